// A morning on site, through the launcher, the station and a real browser: a camera taken and checked, an act with a hole in its
// recording, hand-in, coverage, findings and their explanation, the camera's return.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { PHONE, axe, calm, launch, look, open } from "../test-pages/browser.mjs";
import { collect, folder, serve, signIn, until } from "./harness.mjs";

const work = folder("onsite");
const MINUTE = 60_000;
const START = Math.floor(Date.now() / MINUTE) * MINUTE - 90 * MINUTE;
const moment = (minutes) => new Date(START + minutes * MINUTE);
/** As a field for a moment takes it: the agency's clock. */
const typed = (minutes) => new Date(START + minutes * MINUTE + 8 * 3_600_000).toISOString().slice(0, 16);
const submit = (page) => page.click("[data-test=submit]");
let server;
let browser;

before(async () => {
  server = await serve(join(work.path, "data"));
  browser = await launch();
});

after(async () => {
  for (const [i, page] of (browser?.contexts().flatMap((context) => context.pages()) ?? []).entries()) await look(page, `real-onsite-left-open-${i}`);
  await browser?.close();
  await server?.stop();
  work.remove();
});

const user = (name) => server.credentials().users.find((one) => one.username === name);

async function signedIn(name, viewport) {
  const opened = await open(browser, { home: server.url, viewport });
  const { page } = opened;
  await page.goto(`${server.url}/sign-in`);
  await page.fill("input[name=username]", name);
  await page.fill("input[name=password]", user(name).password);
  await page.click("button[type=submit]");
  await page.waitForURL(`${server.url}/desk`);
  page.setDefaultTimeout(30_000);
  return { ...opened, close: (...allowed) => (calm(opened.troubles, ...allowed), opened.context.close()) };
}

/** What a body camera writes: picture and sound of so many minutes, small, with the time of its beginning in the file. */
function filmed(at, name, from, to) {
  const seconds = String((to - from) * 60);
  const made = spawnSync("ffmpeg", [
    "-loglevel", "error", "-f", "lavfi", "-i", "testsrc=size=64x64:rate=1", "-f", "lavfi", "-i", "sine=sample_rate=8000", "-t", seconds, "-pix_fmt", "yuv420p", "-metadata", `creation_time=${moment(from).toISOString()}`, join(at, name),
  ]);
  assert.equal(made.status, 0, String(made.stderr));
  utimesSync(join(at, name), moment(to), moment(to)); // as a camera leaves it: changed last when it stopped
}

test("a morning on site: camera, activity, hand-in, coverage, findings, return", async () => {
  const device = server.station("SQ").device;
  const phone = await signedIn("sq.custodian", PHONE);
  const { page } = phone;
  await page.goto(`${server.url}/devices/${encodeURIComponent(device)}`);
  await page.click("[data-test=check-out-device]");
  await page.fill('[data-field="check.battery.percent"] input', "91");
  await page.fill('[data-field="check.storage.freeBytes"] input', "24");
  await page.selectOption('[data-field="check.clock.accurate"] select', "yes");
  await page.selectOption('[data-field="check.faultFree"] select', "yes");
  await submit(page);
  await page.waitForSelector("[data-test=user]");
  assert.match(await page.innerText("[data-test=outings]"), /电量 91%，合格/);
  await look(page, "real-onsite-camera-out");

  await page.goto(`${server.url}/activities`);
  await page.click("[data-test=open-activity]");
  await page.selectOption("[data-field=act] select", "siteInspection");
  await page.fill("[data-field=place] input", "新华路 8 号 便民超市");
  await page.check("[data-field=officers] label:has-text('张志远') input");
  await page.check(`[data-field=devices] label:has-text("${device}") input`);
  await submit(page);
  await page.waitForURL(/activities\/[0-9a-f-]{36}/);
  await page.waitForSelector("[data-test=announcement]");
  assert.match(await page.innerText("[data-test=announcement]"), /本次执法全程录音录像/);
  await page.click("[data-test=start]");
  await page.waitForSelector("[data-test=end]");
  await look(page, "real-onsite-running");
  await page.click("[data-test=end]");
  await page.waitForSelector("[data-test=close]");
  const at = new URL(page.url()).pathname;

  // in the evening: the exact times, and what the recording holds
  for (const [button, minutes] of [["更正开始时间", 0], ["更正结束时间", 60]]) {
    await page.click(`button:has-text("${button}")`);
    await page.fill("[data-field=at] input", typed(minutes));
    await submit(page);
    await page.waitForSelector("[data-act]", { state: "detached" });
  }
  for (const mark of ["certificateShown", "announced"]) {
    await page.click(`[data-mark=${mark}] button`);
    await page.fill("[data-field=at] input", typed(6));
    if (mark === "certificateShown") await page.fill("[data-field=toWhom] input", "店主钱某");
    await submit(page);
    await page.waitForSelector(`[data-mark=${mark}] .done`);
  }

  const card = join(work.path, "card");
  mkdirSync(card);
  filmed(card, "MOV_0001.mp4", 5, 25);
  filmed(card, "MOV_0002.mp4", 25, 40);
  filmed(card, "MOV_0003.mp4", 50, 60);
  const handed = await collect(server, "SQ", card, ["--camera-clock", new Date().toISOString()]);
  assert.equal(handed.code, 0, handed.err);
  const call = await signIn(server, user("sq.custodian"));
  const api = async (path) => (await call(path)).json();
  await until(async () => (await api("/api/recordings?size=10")).items.filter((one) => one.name.startsWith("MOV_000")).every((one) => one.probe === "done" && one.kind === "video"), "the recordings are probed");

  await page.reload();
  await page.waitForSelector("[data-test=candidates]");
  await page.click("[data-test=file-all]");
  await page.waitForSelector("[data-hole=middle]");
  const coverage = await api(`/api${at}/coverage`);
  const minutes = (one) => [one.from, one.to].map((time) => Math.round((Date.parse(time) - START) / MINUTE));
  assert.deepEqual(coverage.lanes.map((lane) => lane.segments.map(minutes)), [[[5, 25], [25, 40], [50, 60]]]);
  assert.deepEqual(coverage.holes.filter((hole) => Date.parse(hole.to) - Date.parse(hole.from) > MINUTE).map(minutes), [[0, 5], [40, 50]]);
  assert.match(await page.innerText("[data-test=covered]"), /7[45]%/);

  const found = (await api(`/api${at}`)).findings.filter((one) => one.state === "raised");
  assert.ok(found.some((one) => one.article.startsWith("SQ-")), JSON.stringify(found));
  await page.click('[data-test=trouble] button:has-text("说明中断")');
  await page.fill('[data-field="time.from"] input', typed(40));
  await page.fill('[data-field="time.to"] input', typed(50));
  await page.selectOption("[data-field=cause] select", { index: 1 });
  await submit(page);
  await page.waitForSelector("[data-hole=middle].explained");
  await page.click("[data-test=finding] button >> nth=0");
  await page.fill("[data-field=text] textarea", "到场后先疏导顾客，五分钟后开机。");
  await submit(page);
  await page.waitForSelector("[data-test=finding] .state.busy");
  await look(page, "real-onsite-phone-explained");
  await axe(page, "activity on a phone");
  await page.setViewportSize({ width: 1366, height: 768 });
  await look(page, "real-onsite-explained");

  await page.goto(`${server.url}/devices/${encodeURIComponent(device)}`);
  await page.click("[data-test=return-device]");
  await submit(page);
  await page.waitForSelector("[data-test=check-out-device]");
  const camera = await api(`/api/devices/${encodeURIComponent(device)}`);
  assert.equal(camera.state, "available");
  assert.equal(camera.outings[0].back.condition, "good");
  await phone.close();
});
