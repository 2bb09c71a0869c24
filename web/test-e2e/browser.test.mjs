// From camera to proof in a real browser against the real server, with a real wearable camera's recording and real photos where they are at hand.
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import { axe, DESKTOP, launch, look, open, PHONE, printed } from "../test-pages/browser.mjs";
import { collect, folder, hasMedia, lh, media, run, serve } from "./harness.mjs";

const PROBE_MILLIS = 90_000;
const work = folder("browser");
const camera = join(work.path, "camera");
let server;
let browser;
let files;

/** Debian's ffmpeg, not the server's: another program makes what the server must understand. */
const noEncoder = spawnSync("ffmpeg", ["-version"]).status === 0 ? false : "no ffmpeg here to make samples with: apt-get install ffmpeg";

async function sample(name, ...options) {
  const { code, err } = await run("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc2=size=320x240:rate=10:duration=6", ...options, join(camera, name)]);
  assert.equal(code, 0, err);
}

before(async () => {
  server = await serve(join(work.path, "data"));
  mkdirSync(camera);
  if (hasMedia) for (const name of readdirSync(media)) copyFileSync(join(media, name), join(camera, name));
  writeFileSync(join(camera, "说明.txt"), "不是音像\n");
  if (!noEncoder) {
    await sample("询问室.avi", "-c:v", "mpeg4");
    const hole = "setpts='if(gte(N,30),PTS+4/TB,PTS)'";
    await sample("有中断.mp4", "-vf", hole, "-fps_mode", "passthrough", "-c:v", "libx264", "-pix_fmt", "yuv420p");
  }
  const handedIn = await collect(server, "SQ", camera);
  assert.equal(handedIn.code, 0, handedIn.err);
  files = new Map(handedIn.files.map((file) => [file.path, file]));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  work.remove();
});

const calm = (troubles) => assert.deepEqual(troubles, []);

async function signedIn(role, options = {}) {
  const opened = await open(browser, { home: server.url, ...options });
  const user = options.user ?? server.user("SQ", role);
  await opened.page.goto(`${server.url}/sign-in`);
  await opened.page.fill("input[name=username]", user.username);
  await opened.page.fill("input[name=password]", user.password);
  await opened.page.click("button[type=submit]");
  await opened.page.waitForURL(`${server.url}/desk`);
  opened.page.setDefaultTimeout(20_000);
  return { ...opened, user };
}

/** Opens a recording's page and waits until the server has looked into the file. */
async function recording(page, name) {
  const id = files.get(name).recording;
  const until = Date.now() + PROBE_MILLIS;
  let detail;
  do {
    detail = await page.evaluate((path) => fetch(path).then((answer) => answer.json()), `/api/recordings/${id}`);
    if (detail.probe !== "pending" && detail.jobs.every((job) => !["waiting", "running", "pending"].includes(job.state))) break;
    await page.waitForTimeout(500);
  } while (Date.now() < until);
  assert.notEqual(detail.probe, "pending", `${name} was not probed in ${PROBE_MILLIS} ms`);
  await page.goto(`${server.url}/recordings/${id}`);
  await page.waitForSelector("[data-verdict=valid]");
  return detail;
}

test("a wrong password is refused in words", async () => {
  const { page, context } = await open(browser, { home: server.url });
  await page.goto(`${server.url}/sign-in`);
  await page.fill("input[name=username]", server.user("SQ", "officer").username);
  await page.fill("input[name=password]", "wrong");
  await page.click("button[type=submit]");
  await page.waitForSelector("[role=alert]");
  await look(page, "real-sign-in-wrong-zh");
  await context.close();
});

for (const language of ["zh-CN", "en"]) {
  test(`desk and recordings, ${language}`, async () => {
    const { page, context, troubles } = await signedIn("officer", { language });
    await page.waitForSelector("table");
    await look(page, `real-desk-${language}`);
    await axe(page, "desk");
    await page.goto(`${server.url}/recordings`);
    await page.waitForSelector("table.list tbody tr");
    assert.equal(await page.locator("table.list tbody tr").count(), files.size);
    await look(page, `real-recordings-${language}`);
    await axe(page, "recordings");
    const paper = await printed(page, `real-recordings-${language}`);
    if (paper !== undefined) assert.ok(paper.replaceAll(/\s/g, "").includes(files.get("说明.txt").sha256), "the digest is on the paper");
    calm(troubles);
    await context.close();
  });
}

test("the wearable camera's recording: place, time, playing, and the proof checked in the browser", { skip: !hasMedia && "no ../shared/media here" }, async () => {
  const { page, context, troubles } = await signedIn("officer");
  const detail = await recording(page, "wearable-camera-1.mp4");
  assert.equal(detail.kind, "video");
  assert.match(detail.probed.gps.latitude, /^33\.1253/);
  assert.match(detail.probed.gps.longitude, /^-117\.331/);
  assert.match(detail.startedAt, /^2017-04-17T19:27:57/);
  await page.click("[data-test=play]");
  await page.waitForFunction(() => document.querySelector("video")?.readyState >= 3 && document.querySelector("video").videoWidth > 0);
  await page.evaluate(() => document.querySelector("video").pause());
  await page.locator("[data-test=strip]").click();
  assert.ok((await page.evaluate(() => document.querySelector("video").currentTime)) > 4, "a click into the strip seeks");
  await page.click("[data-test=hash]");
  await page.click("[data-test=chain] summary");
  await page.waitForFunction(() => [...document.querySelectorAll("[data-test=chain] .state.proven")].length >= 11);
  assert.match(await page.textContent("main"), /33\.1253/);
  await look(page, "real-recording-zh");
  await axe(page, "recording");
  assert.doesNotMatch(await page.textContent("main"), /media（|mov,mp4|[0-9a-f]{8}-[0-9a-f]{4}-/);
  const paper = await printed(page, "real-recording-zh");
  if (paper !== undefined) {
    assert.match(paper, /双桥区市场监督管理局/);
    assert.match(paper, /打印于/);
    assert.match(paper, /1\s*\/\s*\d/);
    assert.ok(paper.replaceAll(/\s/g, "").includes(detail.sha256), "the digest is on the paper");
    assert.doesNotMatch(paper, /工作台|归类所选|导出证据包/);
  }
  calm(troubles);
  await context.close();
});

test("a photo with its place, on a phone", { skip: !hasMedia && "no ../shared/media here" }, async () => {
  const { page, context, troubles } = await signedIn("officer", { viewport: PHONE });
  const detail = await recording(page, "photo-GPS.jpg");
  assert.match(detail.probed.gps.latitude, /^54\.98966/);
  await page.click("[data-test=play]");
  await page.waitForFunction(() => document.querySelector("img.picture")?.naturalWidth > 0);
  await look(page, "real-photo-phone-zh");
  await axe(page, "photo on a phone");
  assert.doesNotMatch(await page.textContent("main"), /录制结束|时长|每秒/);
  calm(troubles);
  await context.close();
});

test("what is not media is kept, and says what it is", async () => {
  const { page, context, troubles } = await signedIn("officer", { language: "en" });
  const detail = await recording(page, "说明.txt");
  assert.equal(detail.probe, "failed");
  assert.equal(detail.notProbed.reason, "not-media");
  assert.doesNotMatch(detail.notProbed.detail, /fd:/);
  await look(page, "real-not-media-en");
  await axe(page, "not media");
  calm(troubles);
  await context.close();
});

test("what a browser cannot play is played from a derived copy, marked as one, with a digest of its own", { skip: noEncoder }, async () => {
  const { page, context, troubles } = await signedIn("officer");
  const detail = await recording(page, "询问室.avi");
  const copy = detail.copies.find((one) => one.copy === "web");
  assert.equal(detail.playable, "web");
  assert.notEqual(copy.sha256, detail.sha256);
  await page.click("[data-test=play]");
  await page.waitForFunction(() => document.querySelector("video")?.videoWidth > 0);
  const derived = await page.textContent("[data-test=derived]");
  assert.match(derived, /衍生副本/);
  assert.ok(derived.replaceAll(/\s/g, "").includes(copy.sha256));
  await look(page, "real-derived-zh");
  await axe(page, "derived");
  calm(troubles);
  await context.close();
});

test("a hole in a recording is hatched where it is", { skip: noEncoder }, async () => {
  const { page, context, troubles } = await signedIn("officer");
  const detail = await recording(page, "有中断.mp4");
  assert.equal(detail.probed.gaps.length, 1);
  const { atMillis, lengthMillis } = detail.probed.gaps[0];
  assert.ok(Math.abs(atMillis - 3000) < 200 && Math.abs(lengthMillis - 4000) < 200, JSON.stringify(detail.probed.gaps));
  const strip = await page.locator("[data-test=strip]").boundingBox();
  const gap = await page.locator("[data-test=strip] [data-test=gap]").boundingBox();
  assert.ok(Math.abs((gap.x - strip.x) / strip.width - atMillis / detail.durationMillis) < 0.02);
  assert.ok(Math.abs(gap.width / strip.width - lengthMillis / detail.durationMillis) < 0.02);
  await look(page, "real-gap-zh");
  await axe(page, "gap");
  calm(troubles);
  await context.close();
});

test("one who may not export is told who may", async () => {
  const user = server.credentials().users.find((one) => one.agency === "SQ" && one.roles.join() === "officer");
  const { page, context, troubles } = await signedIn("officer", { user });
  await recording(page, "说明.txt");
  assert.equal(await page.locator("input[name=purpose]").count(), 0);
  assert.match(await page.textContent("[data-test=may-not-export]"), /保管人/);
  calm(troubles);
  await context.close();
});

test("several are classified at once, each with what is known of it", { skip: !hasMedia && "no ../shared/media here" }, async () => {
  const { page, context, troubles } = await signedIn("custodian");
  await page.goto(`${server.url}/recordings?kind=photo`);
  await page.waitForSelector("table.list tbody tr");
  const count = await page.locator("table.list tbody tr").count();
  await page.check("[data-test=choose-all]");
  await page.click("[data-test=classify-chosen]");
  await page.fill("[data-test=bulk] input[name=enforcementUnit]", "执法二股");
  await page.waitForTimeout(500); // the dialog has faded in
  await look(page, "real-bulk-zh");
  await axe(page, "bulk");
  await page.click("[data-test=bulk] button[type=submit]");
  await page.waitForSelector("[data-test=bulk-result]");
  await look(page, "real-bulk-done-zh");
  const { items } = await page.evaluate(() => fetch("/api/recordings?kind=photo").then((answer) => answer.json()));
  assert.equal(items.length, count);
  for (const item of items) {
    assert.equal(item.keys.enforcementUnit, "执法二股");
    assert.equal(item.keys.deviceNo, item.device);
    assert.match(item.keys.recordingDate, /^\d{4}-\d{2}-\d{2}$/);
  }
  calm(troubles);
  await context.close();
});

test("hand-in through the browser balances, and the recording is there", async () => {
  const { page, context, troubles } = await signedIn("officer");
  await page.goto(`${server.url}/hand-in`);
  await page.click("[data-test=device]");
  await page.click(".el-select-dropdown__item >> nth=0");
  await page.setInputFiles("[data-test=files]", [
    { name: "20260302_150400_现场.txt", mimeType: "text/plain", buffer: Buffer.alloc(3_000_000, 7) },
    { name: "空.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(0) },
  ]);
  await page.click("[data-test=start]");
  await page.waitForSelector("[data-balanced=true]", { timeout: 60_000 });
  await look(page, "real-hand-in-zh");
  await axe(page, "hand-in");
  await page.goto(`${server.url}/recordings?q=${encodeURIComponent("现场")}`);
  await page.waitForFunction(() => document.querySelectorAll("table.list tbody tr").length === 1);
  calm(troubles);
  await context.close();
});

test("a custodian classifies and takes out a bundle, which proves itself offline", async () => {
  const { page, context, troubles } = await signedIn("custodian");
  await recording(page, "说明.txt");
  await page.locator("form.form input").first().fill("执法一股");
  await page.click("form.form button[type=submit]");
  await page.waitForSelector("h2:has-text('归类') .state.none"); // an export in the middle of it would be refused
  await page.locator("[data-test=purpose], input[name=purpose]").first().fill("法院调取");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-test=bundle], button:has-text('导出证据包')")]);
  const tar = join(work.path, "bundle.tar");
  await download.saveAs(tar);
  const valid = await lh(["verify", tar, "--trust", server.trust]);
  assert.equal(valid.code, 0, valid.out + valid.err);
  mkdirSync(join(work.path, "unpacked"));
  assert.equal((await run("tar", ["-xf", tar, "-C", join(work.path, "unpacked")])).code, 0);
  await look(page, "real-custody-zh");
  await page.goto(`${server.url}/verify`);
  await page.setInputFiles("[data-test=files]", [tar, server.trust]);
  await page.waitForSelector("[data-test=verdict][data-verdict=valid]");
  assert.match(await page.textContent("[data-test=verdict]"), /保管链的 \d+ 条/);
  await look(page, "real-verify-bundle-zh");
  await axe(page, "bundle");
  calm(troubles);
  await context.close();
});

test("a stranger verifies a file and its receipt on the public page, and sees a changed byte", async () => {
  const { page: officer, context: session } = await signedIn("officer");
  const file = files.get("说明.txt");
  const receipt = await officer.evaluate((path) => fetch(path).then((answer) => answer.text()), `/api/recordings/${file.recording}/receipt?wait=5`);
  await session.close();
  const { page, context, troubles } = await open(browser, { home: server.url, viewport: DESKTOP });
  await page.goto(`${server.url}/verify`);
  await page.waitForSelector("[data-test=files]", { state: "attached" });
  await context.setOffline(true);
  const upload = (text) => [
    { name: "说明.txt", mimeType: "text/plain", buffer: Buffer.from(text) },
    { name: "说明.txt.receipt", mimeType: "text/plain", buffer: Buffer.from(receipt) },
    { name: "trust.txt", mimeType: "text/plain", buffer: readFileSync(server.trust) },
  ];
  await page.setInputFiles("[data-test=files]", upload("不是音像\n"));
  await page.waitForSelector("[data-test=verdict][data-verdict=valid]");
  await look(page, "real-verify-valid-zh");
  await page.setInputFiles("[data-test=files]", upload("不是音象\n"));
  await page.waitForSelector("[data-test=verdict][data-verdict=faults]");
  assert.match(await page.textContent("main, body"), /E28/);
  calm(troubles);
  await context.close();
});
