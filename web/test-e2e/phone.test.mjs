// A morning with a phone and no network, through the launcher, PostgreSQL and a real browser with its test camera: everything tapped and
// captured arrives once, in order, with the digests made at capture; whatever is closed, doubled or restored in between.
import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { calm, launchKept, look } from "../test-pages/browser.mjs";
import { folder, serve, signIn, until } from "./harness.mjs";

const work = folder("phone");
const SMALL = { width: 360, height: 740 };
const TERMINAL = "SQ-PH-01";
const OFFLINE = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/;
const SIGNED_OUT = /401/;
/** The media tool has not looked at it yet: filed a little later. */
const NOT_PROBED = /409/;
let server;
let api;
const contexts = [];

before(async () => {
  server = await serve(join(work.path, "data"));
  const call = await signIn(server, user("sq.custodian"));
  api = async (path) => (await call(path)).json();
});

after(async () => {
  for (const context of contexts) await context.close().catch(() => {});
  await server?.stop();
  work.remove();
});

const user = (name) => server.credentials().users.find((one) => one.username === name);

/** A phone with its memory in that folder; each request to act or to upload is noted as it goes out. */
async function phone(memory, { offline = false } = {}) {
  const opened = await launchKept(join(work.path, memory), { home: server.url, viewport: SMALL });
  const { context } = opened;
  contexts.push(context);
  const sent = [];
  context.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() === "POST" && /\/acts\/|\/uploads$/.test(pathname)) sent.push({ act: pathname.split("/").at(-1), activity: pathname.split("/")[3], key: request.headers()["idempotency-key"] });
  });
  if (offline) await context.setOffline(true);
  return { ...opened, sent };
}

async function enter(page, name) {
  await page.fill("input[name=username]", name);
  await page.fill("input[name=password]", user(name).password);
  await page.click("[data-test=sign-in] button");
  await page.waitForSelector("[data-test=sign-in]", { state: "detached" });
}

/** The page as its officer finds it in the morning: kept for use without network. */
async function firstVisit(page) {
  await page.goto(`${server.url}/phone`);
  await enter(page, "sq.custodian");
  await page.goto(`${server.url}/phone/terminal`);
  await page.selectOption("select[name=device]", TERMINAL);
  await page.click("[data-test=bind]");
  await page.waitForSelector(`[data-test=terminal] strong:has-text("${TERMINAL}")`);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // the network goes when the morning's list and the agency's texts are on the phone, not before
  const kept = () =>
    page.evaluate(async () => {
      const database = await new Promise((done) => (indexedDB.open("liuhen-phone").onsuccess = (event) => done(event.target.result)));
      const keys = await new Promise((done) => (database.transaction("facts").objectStore("facts").getAllKeys().onsuccess = (event) => done(event.target.result)));
      database.close();
      return ["items:", "people:", "today:"].every((name) => keys.some((key) => key.startsWith(name)));
    });
  await until(kept, "the day is kept on the phone");
}

async function openActivity(page, place) {
  await page.click("[data-test=to-new]");
  await page.selectOption("select[name=act]", "siteInspection");
  await page.fill("input[name=place]", place);
  await page.check('label:has-text("张志远") input');
  await page.click("[data-test=open]");
  await page.waitForSelector("[data-test=start]");
  return page.url().split("/").at(-1);
}

async function film(page, seconds) {
  await page.click("[data-test=video]");
  await page.waitForSelector("[data-test=capturing]");
  await page.waitForTimeout(seconds * 1000);
}

const digests = async (page) => (await page.locator("[data-test=capture]").evaluateAll((all) => all.map((one) => one.dataset.sha256))).sort();
const filed = async (activity) => (await Promise.all((await api(`/api/activities/${activity}`)).recordings.map((one) => api(`/api/recordings/${one.recording}`)))).sort((a, b) => a.sha256.localeCompare(b.sha256));

test("a morning without network arrives once, in order, with the digests made at capture", async () => {
  let { page, context, troubles } = await phone("morning");
  await firstVisit(page);
  await context.setOffline(true);
  await page.goto(`${server.url}/phone`);
  await page.waitForSelector("[data-test=network]:has-text('没有网络')");
  const activity = await openActivity(page, "新华路 8 号 便民超市");
  const began = Date.now();
  await page.click("[data-test=start]");
  await page.waitForSelector("[data-test=end]");
  await page.fill("input[name=toWhom]", "店主钱某");
  await page.click("[data-test=certificate]");
  await page.waitForSelector("[data-test=certificate].said");
  assert.match(await page.innerText("[data-test=announcement]"), /本次执法全程录音录像/);
  await page.click("[data-test=announced]");
  await page.waitForSelector("[data-test=announced].said");
  await page.click("[data-test=photo]");
  await page.waitForFunction(() => document.querySelector("video")?.videoWidth > 0);
  await page.click("[data-test=shoot]");
  await page.waitForSelector("[data-kind=photo]");
  await page.click('button:has-text("关闭")');
  await film(page, 4);
  await look(page, "real-phone-filming");
  await page.click("[data-test=stop]");
  await page.waitForSelector("[data-kind=video]");
  await page.click("[data-test=break]");
  await page.click("[data-test=resume]");
  await page.selectOption("select[name=cause]", { index: 1 });
  await page.click("[data-test=submit]");
  await page.waitForSelector("[data-test=interruptions]");
  await page.waitForSelector("[data-test=end]");
  await page.click("[data-test=end]");
  await page.waitForSelector("[data-test=end]", { state: "detached" });
  const made = await digests(page);
  assert.equal(made.length, 2);
  await page.click("[data-test=make-receipt]");
  const code = (await page.innerText("[data-test=code] strong")).trim();
  await look(page, "real-phone-ended-offline");
  calm(troubles, OFFLINE);
  await context.close();

  // the phone in a pocket, switched off; nothing of it has left
  assert.equal((await api("/api/activities?q=新华路")).total, 0);
  cpSync(join(work.path, "morning"), join(work.path, "backup"), { recursive: true, filter: (path) => !/Singleton/.test(path) });
  let sent;
  ({ page, context, troubles, sent } = await phone("morning", { offline: true }));
  await page.goto(`${server.url}/phone/queue`);
  const queued = ["open-activity", "start-activity", "mark-moment", "mark-moment", "explain-interruption", "end-activity", "lodge-scene-receipt"];
  await page.waitForSelector("[data-queued=end-activity]");
  assert.deepEqual(await page.locator("[data-queued]").evaluateAll((all) => all.map((one) => one.dataset.queued)), queued);
  assert.deepEqual(await digests(page), made);
  await look(page, "real-phone-queue");

  // two tabs, and the network again; the session ran out meanwhile, so it asks for the person first
  const second = await context.newPage();
  await second.goto(`${server.url}/phone/queue`);
  await second.waitForSelector("[data-queued=end-activity]");
  await context.clearCookies({ name: "LIUHEN_SESSION" });
  await context.setOffline(false);
  await page.waitForSelector("[data-test=sign-in]");
  await look(page, "real-phone-expired");
  await enter(page, "sq.custodian");
  await page.waitForSelector("[data-test=all-sent]", { timeout: 120_000 });
  await until(async () => (await filed(activity)).length === 2, "the captures are filed", 120);

  const acts = sent.filter((one) => one.key && one.act !== "file-to-activity");
  assert.deepEqual(acts.map((one) => one.act), queued);
  assert.equal(new Set(acts.map((one) => one.key)).size, queued.length);
  const stored = await filed(activity);
  assert.deepEqual(stored.map((one) => one.sha256), made);
  for (const one of stored) assert.ok(one.path.includes(`sha256-${one.sha256}/`) && one.device === TERMINAL && one.clock, JSON.stringify(one));
  assert.deepEqual(stored.map((one) => one.kind).sort(), ["photo", "video"]);
  const there = await api(`/api/activities/${activity}`);
  assert.ok(Math.abs(Date.parse(there.startedAt) - began) < 10_000, "the time of the tap counts");
  assert.equal(there.state, "ended");
  assert.deepEqual(there.marks.map((one) => one.kind), ["certificateShown", "announced"]);
  assert.equal(there.interruptions.length, 1);
  assert.deepEqual(there.receipts.map((one) => one.code), [code], "the receipt that the party has is the one that is lodged");
  assert.deepEqual(there.receipts[0].receipt.captures.map((one) => one.sha256).sort(), made);
  // where the captures stand in time is known from the phone's measured clock, not to the day but to seconds
  for (const one of there.recordings) {
    assert.ok(one.uncertaintyMillis < 60_000, `${one.name}: ±${one.uncertaintyMillis} ms`);
    assert.ok(Date.parse(one.from) >= began - 5_000 && Date.parse(one.to) <= Date.parse(there.endedAt) + 5_000, `${one.name}: ${one.from} to ${one.to}, in ${there.startedAt} to ${there.endedAt}`);
  }
  await page.click("nav a:has-text('今日')");
  await page.click(`a[href*="${activity}"]`);
  for (const kind of ["photo", "video"]) await page.waitForSelector(`[data-kind=${kind}][data-cleared=true] .proven`, { timeout: 60_000 });
  await look(page, "real-phone-stored");
  calm(troubles, OFFLINE, SIGNED_OUT, NOT_PROBED);
  await context.close();

  // a backup of the phone from before it had sent anything, restored
  ({ page, context, troubles, sent } = await phone("backup", { offline: true }));
  await page.goto(`${server.url}/phone/queue`);
  await page.waitForSelector("[data-queued=end-activity]");
  await context.setOffline(false);
  await page.waitForSelector("[data-test=all-sent]", { timeout: 120_000 });
  await until(() => sent.filter((one) => one.act === "file-to-activity").length >= 2, "the backup files, too", 60);
  await until(async () => (await page.locator("[data-queued]").count()) === 0, "the backup is sent");
  const again = await api(`/api/activities/${activity}`);
  assert.deepEqual([again.marks.length, again.interruptions.length, again.startedAt, again.endedAt], [2, 1, there.startedAt, there.endedAt]);
  assert.deepEqual((await filed(activity)).map((one) => one.id), stored.map((one) => one.id));
  assert.equal((await api(`/api/recordings?device=${TERMINAL}&size=10`)).total, 2);
  calm(troubles, OFFLINE, SIGNED_OUT, NOT_PROBED);
  await context.close();
});

test("the page and its worker come with the policy of all pages, and are asked for anew each time", async () => {
  for (const [path, type] of [["/phone", /^text\/html/], ["/phone/queue", /^text\/html/], ["/phone-worker.js", /javascript/], ["/phone-manifest.json", /json/], ["/phone-192.png", /^image\/png/]]) {
    const answer = await fetch(server.url + path);
    assert.equal(answer.status, 200, path);
    assert.match(answer.headers.get("Content-Type"), type, path);
    assert.equal(answer.headers.get("Cache-Control"), "no-cache", path);
    assert.match(answer.headers.get("Content-Security-Policy"), /script-src 'self' 'wasm-unsafe-eval'; style-src 'self'/, path);
  }
  const files = JSON.parse(/"files":(\[[^\]]+\])/.exec(await (await fetch(`${server.url}/phone-worker.js`)).text())[1]);
  for (const file of files) assert.equal((await fetch(server.url + file)).status, 200, file);
});

test("a page closed in mid-film keeps what was recorded, and its digest", async () => {
  const { page, context, troubles } = await phone("cut");
  await firstVisit(page);
  const activity = await openActivity(page, "翠桥路 2 号");
  await page.click("[data-test=start]");
  await film(page, 5);
  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  await next.goto(`${server.url}/phone/activities/${activity}`);
  await next.waitForSelector("[data-test=recovered]");
  await next.waitForSelector("[data-kind=video]");
  assert.match(await next.innerText("[data-kind=video]"), /中途停止/);
  const [made] = await digests(next);
  await look(next, "real-phone-recovered");
  await until(async () => (await filed(activity)).length === 1, "the rest of the film is filed", 120);
  const [stored] = await filed(activity);
  assert.equal(stored.sha256, made);
  assert.equal(stored.kind, "video");
  assert.ok(stored.durationMillis === undefined || stored.durationMillis >= 2_000, `${stored.durationMillis} ms`);
  calm(troubles, OFFLINE, NOT_PROBED);
  await context.close();
});

test("a private phone of another agency taps times in its own words and has no camera", async () => {
  const { page, context, troubles } = await phone("private");
  const { username } = server.user("WD", "officer");
  await page.goto(`${server.url}/phone`);
  await enter(page, username);
  await page.click("[data-test=to-new]");
  await page.selectOption("select[name=act]", { index: 1 });
  await page.fill("input[name=place]", "平安街 3 号");
  await page.check("input[name=partners] >> nth=0");
  await page.click("[data-test=open]");
  await page.click("[data-test=start]");
  assert.doesNotMatch(await page.innerText("#main"), /[a-z]{3,}/, "words of the list that nobody put into Chinese");
  await page.click("[data-test=introduced]");
  await page.waitForSelector("[data-test=introduced].said");
  await page.waitForSelector("[data-test=private]");
  assert.equal(await page.locator("[data-test=captures], [data-test=trouble]").count(), 0);
  await look(page, "real-phone-private");
  const call = await signIn(server, user(username));
  const activity = page.url().split("/").at(-1);
  const marks = async () => (await (await call(`/api/activities/${activity}`)).json()).marks ?? [];
  await until(async () => (await marks()).length === 1, "the explanation arrives after the start", 60);
  assert.equal((await marks())[0].kind, "introduced");
  calm(troubles);
  await context.close();
});
