// Draws what the station says. Nothing is decided here; nothing can be changed from here.
"use strict";

const words = {
  "zh-CN": {
    station: "采集站", connected: "服务器已连接", away: "服务器未连接", store: "本站暂存", of: "上限", full: "快满了：请尽快恢复服务器或网络",
    refused: "张本站回执未被服务器接受，请告知系统管理员", user: "领用", nobody: "未领用", from: "自", files: "文件", kept: "存本站", failed: "未收到", size: "大小",
    rate: "速度", left: "还需", clock: "设备时钟", fast: "快", slow: "慢", exact: "准", wrong: "需要对时", none: "没有位置：请把设备的挂载文件夹建在本站监视的文件夹下",
    lost: "本页与采集程序断开：请检查采集程序是否在运行", other: "English", minutes: "分", seconds: "秒", hours: "小时", days: "天", list: "各位置",
  },
  en: {
    station: "Station", connected: "server connected", away: "server away", store: "kept here", of: "at most", full: "nearly full: bring the server or the network back soon",
    refused: "receipts of this station were not accepted by the server; tell the administrator", user: "checked out to", nobody: "not checked out", from: "since", files: "files",
    kept: "kept here", failed: "not taken", size: "size", rate: "rate", left: "left", clock: "camera clock", fast: "fast", slow: "slow", exact: "right", wrong: "set it",
    none: "No docks: make the mount folders of cameras below the folder that this station watches",
    lost: "This page has lost the station program: see whether it runs", other: "中文", minutes: "min", seconds: "s", hours: "h", days: "d", list: "docks",
  },
};
const lamps = { grey: "○", blue: "▶", amber: "!", red: "✕", green: "✓" };
let language = localStorage.getItem("language") === "en" ? "en" : "zh-CN";
let shown = "";
let last;

const t = (word) => words[language][word];
const both = (text) => (language === "en" ? text.en : text.zh);
const at = (id) => document.getElementById(id);

function node(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function bytes(count) {
  const units = ["B", "KB", "MB", "GB", "TB"];
  let value = count;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: unit ? 1 : 0 }).format(value)} ${units[unit]}`;
}

function duration(seconds) {
  const whole = Math.round(Math.abs(seconds));
  if (whole < 60) return `${whole} ${t("seconds")}`;
  if (whole < 3600) return `${Math.floor(whole / 60)} ${t("minutes")} ${whole % 60} ${t("seconds")}`;
  if (whole < 172800) return `${Math.floor(whole / 3600)} ${t("hours")} ${Math.floor((whole % 3600) / 60)} ${t("minutes")}`;
  return `${Math.floor(whole / 86400)} ${t("days")}`;
}

const clockTime = (iso) =>
  new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", hour12: false, timeZone: "Asia/Shanghai" }).format(new Date(iso));

function clock(measured) {
  const seconds = measured.offsetMillis / 1000;
  if (Math.abs(measured.offsetMillis) <= measured.uncertaintyMillis) return t("exact");
  const text = `${seconds > 0 ? t("fast") : t("slow")} ${duration(seconds)}`;
  return measured.tolerable ? text : `${text}，${t("wrong")}`;
}

function tile(dock) {
  const made = node("article", { class: dock.light, "data-mount": dock.mount, "aria-label": `${dock.label} ${both(dock.headline)}` });
  made.append(node("h2", {}, node("span", { class: "lamp", "aria-hidden": "true" }, lamps[dock.light]), node("span", {}, dock.label)));
  made.append(node("p", { class: "headline" }, both(dock.headline)));
  if (dock.number) {
    const who = dock.user ? `${t("user")} ${dock.user}（${t("from")} ${clockTime(dock.since)}）` : t("nobody");
    made.append(node("p", { class: "who" }, language === "en" ? `${who.replace("（", " (").replace("）", ")")} · ${dock.unit}` : `${who} · ${dock.unit}`));
  }
  if (dock.files > 0) {
    const done = dock.stored + dock.kept;
    made.append(node("progress", { max: dock.files, value: done, "aria-label": `${t("files")} ${done} / ${dock.files}` }));
    const facts = [[t("files"), `${done} / ${dock.files}`], [t("size"), bytes(dock.bytes)]];
    if (dock.kept) facts.push([t("kept"), dock.kept]);
    if (dock.failed) facts.push([t("failed"), dock.failed]);
    if (dock.bytesPerSecond) facts.push([t("rate"), `${bytes(dock.bytesPerSecond)}/s`]);
    if (dock.secondsLeft !== undefined) facts.push([t("left"), duration(dock.secondsLeft)]);
    if (dock.clock) facts.push([t("clock"), clock(dock.clock)]);
    made.append(node("dl", {}, ...facts.map(([name, value]) => node("div", {}, node("dt", {}, name), node("dd", {}, String(value))))));
  }
  if (dock.notices.length) made.append(node("ul", {}, ...dock.notices.map((notice) => node("li", { class: notice.level }, both(notice)))));
  return made;
}

/** What has changed is spoken: not every count, only how each dock stands. */
function speak(state) {
  const now = state.docks.filter((dock) => dock.phase !== "empty").map((dock) => `${dock.label}：${both(dock.headline)}`).join("；");
  if (now !== shown) at("spoken").textContent = now;
  shown = now;
}

function draw(state) {
  document.documentElement.lang = language;
  document.title = `${t("station")} ${state.station.number}`;
  at("title").textContent = `${t("station")} ${state.station.number} · ${state.station.agency}`;
  at("server").className = state.server.reachable ? "good" : "bad";
  at("server").textContent = state.server.reachable ? `✓ ${t("connected")}` : `✕ ${t("away")}${language === "en" ? ` since ${clockTime(state.server.since)}` : `（自 ${clockTime(state.server.since)}）`}`;
  at("store").textContent = `${t("store")} ${state.store.files} ${t("files")} · ${bytes(state.store.usedBytes)} / ${t("of")} ${bytes(state.store.limitBytes)}`;
  at("store").className = state.store.nearlyFull ? "bad" : "";
  at("time").textContent = clockTime(state.now);
  at("language").textContent = t("other");
  const sentences = state.said.map(both);
  if (state.server.text) sentences.unshift(both(state.server.text));
  if (state.store.nearlyFull) sentences.unshift(t("full"));
  if (state.store.refusedReceipts) sentences.push(`${state.store.refusedReceipts} ${t("refused")}`);
  const fresh = sentences.map((text) => node("p", {}, text));
  if (at("said").textContent !== sentences.join("")) at("said").replaceChildren(...fresh);
  at("docks").setAttribute("aria-label", t("list"));
  at("docks").replaceChildren(...(state.docks.length ? state.docks.map(tile) : [node("p", { class: "none" }, t("none"))]));
  speak(state);
}

async function look() {
  try {
    last = await (await fetch("/state")).json();
    draw(last);
  } catch {
    at("server").className = "bad";
    at("server").textContent = `✕ ${t("lost")}`;
  }
  setTimeout(look, 1000);
}

at("language").addEventListener("click", () => {
  language = language === "en" ? "zh-CN" : "en";
  localStorage.setItem("language", language);
  if (last) draw(last);
});
look();
