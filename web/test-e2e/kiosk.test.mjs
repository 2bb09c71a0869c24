// The station with its docks and its screen, as a custodian runs it: the server there, the server away, the server back.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { PHONE, axe, calm, launch, look, open } from "../test-pages/browser.mjs";
import { bytes, folder, freePort, lh, liuhen, serve, signIn, until } from "./harness.mjs";

const work = folder("kiosk");
const data = join(work.path, "data");
const docks = join(work.path, "docks");
const own = join(work.path, "own");
const notebook = join(work.path, "notebook");
const rules = join(work.path, "station.yaml");
const KIB = 1024;
let server;
let browser;
let station;
let port;

/** `./liuhen station`, with the address of its screen. */
async function run(extra = []) {
  const { token } = server.station("SQ");
  const child = spawn(liuhen, ["station", docks, "--server", server.url, "--store", own, "--notebook", notebook, "--kiosk", "0", "--rules", rules, ...extra], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, LIUHEN_TOKEN: token },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (text) => (out += text));
  child.stderr.on("data", (text) => (err += text));
  const ended = new Promise((done) => child.on("close", (code, signal) => done({ code, signal })));
  const url = await until(() => out.match(/^kiosk: (\S+)$/m)?.[1] ?? (child.exitCode !== null ? assert.fail(err) : undefined), "the screen's address", 120);
  return {
    url,
    err: () => err,
    state: async () => (await fetch(new URL("/state", url))).json(),
    dock: async (mount) => (await (await fetch(new URL("/state", url))).json()).docks.find((dock) => dock.mount === mount),
    stop: () => (child.kill("SIGTERM"), ended),
    kill: () => (child.kill("SIGKILL"), ended),
  };
}

function camera(name, files) {
  mkdirSync(join(docks, name, "DCIM"), { recursive: true });
  for (const [i, [file, size]] of Object.entries(files).entries()) writeFileSync(join(docks, name, "DCIM", file), bytes(name.length * 100 + i, size));
}

const phase = (mount, wanted, seconds = 120) =>
  until(async () => ((await station.dock(mount))?.phase === wanted ? station.dock(mount) : undefined), `${mount} to be ${wanted}`, seconds);

async function recordings() {
  const custodian = await signIn(server, server.user("SQ", "custodian"));
  return (await (await custodian("/api/recordings?size=100")).json()).items;
}

before(async () => {
  mkdirSync(docks);
  writeFileSync(rules, "format: liuhen-station-v1\nmarkers:\n  - {file: DEVICE.TXT, pattern: 'SN=(\\S+)'}\n");
  port = String(await freePort());
  server = await serve(data, ["--demo", "--port", port]);
  browser = await launch();
});

after(async () => {
  for (const [i, page] of (browser?.contexts().flatMap((context) => context.pages()) ?? []).entries()) await look(page, `kiosk-left-open-${i}`);
  await browser?.close();
  await station?.kill();
  await server?.stop();
  work.remove();
});

test("several cameras at once, a server that goes and comes back, and the screen tells it all", async () => {
  const device = server.station("SQ").device;
  camera(device, { [`${device}_03080001_20260302150400.mp4`]: 300 * KIB, [`${device}_03080001_20260302160400.mp4`]: 5_000 * KIB });
  camera("dock-2", { "MOVI0001.MOV": 700 * KIB, "MOVI0003.MOV": 20 * KIB });
  mkdirSync(join(docks, "dock-3"));
  station = await run();
  const opened = await open(browser, { home: station.url, viewport: { width: 1366, height: 768 } });
  const { page } = opened;
  await page.goto(station.url);

  const stored = await phase(device, "stored");
  assert.deepEqual([stored.files, stored.stored, stored.failed], [2, 2, 0], JSON.stringify(stored));
  assert.equal(stored.clearable, true);
  const kept = await phase("dock-2", "kept");
  assert.deepEqual([kept.light, kept.kept, kept.clearable], ["red", 2, false]);
  assert.ok(kept.notices.some((notice) => notice.zh.includes("没有登记这台设备")), JSON.stringify(kept.notices));
  assert.ok(kept.notices.some((notice) => notice.zh.includes("编号缺 1 个")), JSON.stringify(kept.notices));
  await page.waitForSelector(`article[data-mount="${device}"] .headline:text("可以清除")`);
  await axe(page, "kiosk");
  await look(page, "kiosk-with-server");

  await server.stop();
  camera(device, { [`${device}_03080001_20260302170400.mp4`]: 900 * KIB });
  const away = await phase(device, "kept");
  assert.deepEqual([away.stored, away.kept, away.light], [2, 1, away.notices.some((notice) => notice.level === "act") ? "red" : "amber"], JSON.stringify(away));
  await page.waitForSelector("#server.bad");
  await look(page, "kiosk-server-away");
  await page.click("#language");
  await page.waitForSelector('html[lang="en"]');
  await page.waitForSelector('.headline:text("do not clear")');
  await axe(page, "kiosk-en");
  await look(page, "kiosk-server-away-en");
  await page.setViewportSize(PHONE);
  await look(page, "kiosk-phone");
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.click("#language");

  const clear = await lh(["clear", join(docks, device), "--confirm", "王保管", "--device", device, "--notebook", join(work.path, "none")], { LIUHEN_TOKEN: "x" });
  assert.equal(clear.code, 1, "a copy at the station alone clears nothing: " + clear.out + clear.err);

  await station.kill(); // a power cut at the station, too
  station = undefined;
  server = await serve(data, ["--demo", "--port", port]);
  station = await run();
  await page.goto(station.url);
  const back = await phase(device, "stored");
  assert.deepEqual([back.stored, back.kept], [3, 0], JSON.stringify(back));
  await until(async () => (await station.state()).store.files === 2, "only the unknown camera's files to be kept");
  const all = await recordings();
  assert.equal(all.length, 3, JSON.stringify(all.map((one) => one.name)));
  const late = all.find((one) => one.name.includes("170400"));
  const custodian = await signIn(server, server.user("SQ", "custodian"));
  const custody = await (await custodian(`/api/recordings/${late.id}/custody`)).json();
  assert.equal(custody.items.filter((step) => step.type === "StationReceiptReconciled").length, 1, JSON.stringify(custody.items.map((step) => step.type)));

  const office = await signIn(server, server.user("SQ", "office"));
  const entered = await office("/api/devices/dock-2/acts/register-device", { method: "POST", body: { kind: "bodyCamera", unit: "zf1" }, headers: { "If-Match": '"0"' } });
  assert.ok(entered.ok, await entered.text());
  await until(async () => (await station.state()).store.files === 0, "the camera to be handed in once it is registered");
  assert.equal((await recordings()).length, 5);
  await look(page, "kiosk-after");
  calm(opened.troubles, /net::/, new RegExp(`^foreign: ${station.url}`)); // it moved to another port when it came back
  await opened.context.close();

  const { code } = await station.stop();
  assert.notEqual(code, 2);
  station = undefined;
  const cleared = await lh(["clear", join(docks, device), "--confirm", "王保管", "--device", device, "--notebook", notebook], { LIUHEN_TOKEN: server.station("SQ").token });
  assert.equal(cleared.code, 0, cleared.out + cleared.err);
  rmSync(join(docks, "dock-2"), { recursive: true });
  assert.ok(!readFileSync(join(own, "store/kept.jsonl"), "utf8").includes("refused"));
});
