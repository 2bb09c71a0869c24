// A day on site of three agencies by the clicks of their people: cameras out and back, three activities, a phone, the station with its
// screen, a camera that comes late; then what each agency's own text finds, who explains it and who decides.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { axe, calm, launch, look, open, printed } from "../test-pages/browser.mjs";
import { act, api, fill } from "./caseSteps.mjs";
import { Day, START, docked, films, moment, typed, undock } from "./daySteps.mjs";
import { collect, folder, serve, signIn, until } from "./harness.mjs";

const work = folder("day");
const MINUTE = 60_000;
const minutes = (one) => [one.from, one.to].map((time) => Math.round((Date.parse(time) - START) / MINUTE));
const millisApart = (one, other) => Math.abs(Date.parse(one) - Date.parse(other));
let server;
let browser;

before(async () => {
  films(work.path);
  server = await serve(join(work.path, "data"));
  browser = await launch();
});

after(async () => {
  for (const [i, page] of (browser?.contexts().flatMap((context) => context.pages()) ?? []).entries()) await look(page, `real-day-left-open-${i}`);
  await browser?.close();
  undock();
  await server?.stop();
  work.remove();
});

const recorded = async (page, names) => {
  const all = (await api(page, "/api/recordings?size=200")).items.filter((one) => names.includes(one.name));
  return all.length === names.length && all.every((one) => one.probe === "done") ? all : undefined;
};
const findings = (page) => page.locator("[data-test=finding]");
const about = (page, article) => findings(page).filter({ hasText: article }).first();

const noGrounds = async (page) => assert.match(await page.innerText("[data-test=no-grounds]"), /没有规定可以不记录的情形/);

/** The act that could not be recorded, as each text has it; ends with its officer's page on it. */
const THIRD = {
  /** SQ-I-5: a ground of the closed list, and a work record to the leader in charge. */
  SQ: async (day, page) => {
    const path = await day.opens(page, "sampling", "石油二库 罐区");
    await day.lasted(page, 25, 35);
    await day.does(page, "登记不记录的理由", "exempt-activity", { ground: "explosiveAreaWithoutProofDevice", facts: "罐区禁止带入没有防爆标志的电子设备。" });
    await day.does(page, "报送工作记录", "submit-work-record", { reason: "没有防爆记录仪。", basis: "库区安全管理规定", to: await day.name("leader"), at: typed(40) });
    const leader = await day.as("leader", path);
    await day.does(leader, "收悉工作记录", "acknowledge-work-record");
    await leader.waitForSelector("[data-test=trouble] .state.done:has-text('已收悉')");
    await page.reload();
    await page.waitForSelector("[data-test=trouble] .state.done");
    assert.match(await page.innerText("[data-test=trouble]"), /易燃易爆场所，没有防爆设备.*工作记录于 .* 报送 赵明/s);
  },
  /** WD-5 knows no exemption: only that recording could not go on, reported, with a statement of both. */
  WD: async (day, page) => {
    const path = await day.opens(page, "sampling", "东安路集贸市场");
    await day.lasted(page, 25, 35);
    await noGrounds(page);
    await page.getByRole("button", { name: "无法继续记录", exact: true }).click();
    const form = page.locator("[data-act=give-up-recording]");
    await form.locator("[data-test=submit]").click(); // the report to be made at once is asked for
    await form.locator("[data-test=unfilled]").waitFor();
    await fill(form.locator("tbody tr, ol > li").first(), { to: "enforcementUnitHead", person: await day.name("head"), at: typed(26), how: "电话" });
    await act(page, "give-up-recording", { stoppedAt: typed(25), cause: "deviceFault", unrecorded: "抽样全过程。" });
    await day.does(page, "签署书面说明", "sign-statement", { at: typed(40) });
    const second = await day.as("officer2", path);
    await day.does(second, "签署书面说明", "sign-statement", { at: typed(41) });
    await page.reload();
    assert.match(await page.innerText("[data-test=trouble]"), /书面说明已由 2 人签署/);
  },
  /** AJ-13: where conditions do not allow it, the reason is written down. */
  AJ: async (day, page) => {
    await day.opens(page, "siteInspection", "尾矿库 排洪隧洞");
    await day.lasted(page, 25, 35);
    await noGrounds(page);
    await day.does(page, "更改有无违法", "find-violation", { found: true });
    await page.waitForSelector("[data-test=on-site] .state.warn:has-text('现场发现违法行为')");
  },
};

/** Explained by who was there, and judged by the legal section. */
async function explained(day, page, article, path, accepted) {
  await day.does(page, about(page, article).getByRole("button", { name: "说明", exact: true }), "explain-finding", { text: "当时的情况和原因。" });
  await about(page, article).locator(".state.busy").waitFor();
  const legal = await day.as("legal", path);
  await day.does(legal, about(legal, article).getByRole("button", { name: "认定说明" }), "judge-explanation", { accepted, reason: accepted ? "情况属实。" : "理由不成立。" });
  await page.reload();
  await findings(page).filter({ hasText: article }).first().waitFor({ state: "attached" });
}

/** Not accepted: appealed against, and decided by a person in charge of the agency. */
async function appealed(day, page, article, path) {
  await about(page, article).locator(".state", { hasText: "说明未认可" }).waitFor();
  await day.does(page, about(page, article).getByRole("button", { name: "申诉" }), "appeal-finding", { text: "山区没有网络，当晚无法入库。" });
  const leader = await day.as("leader", path);
  await day.does(leader, about(leader, article).getByRole("button", { name: "裁定申诉" }), "decide-appeal", { upheld: true, reason: "情况属实。" });
  await page.reload();
  await settled(page, article);
}

const settled = (page, article) => page.locator("details [data-test=finding]", { hasText: article }).first().waitFor({ state: "attached" });

/** A case with a record of the inspection, as its handlers have it. */
async function writtenDown(day, page, subject) {
  const { officers } = await api(page, "/api/agency");
  const handlers = await Promise.all(["officer1", "officer2"].map(async (who) => { const name = await day.name(who); return officers.find((one) => one.name === name); }));
  const call = await signIn(server, server.credentials().users.find((one) => one.username === `${day.agency.toLowerCase()}.officer1`));
  const id = randomUUID();
  for (const [name, body] of [
    ["open-case", { id, kind: "dailyInspection", procedure: "ordinary", origin: "exOfficio", subject, unit: handlers[0].unit, handlers: handlers.map((one) => one.id), at: moment(0).toISOString() }],
    ["draft-document", { document: randomUUID(), template: "inspection-record", values: {} }],
  ]) {
    const answer = await call(`/api/cases/${id}/acts/${name}`, { method: "POST", body });
    assert.ok(answer.ok, await answer.text());
  }
}

/** The choice whose words say so, as soon as it is there. */
async function choose(select, words) {
  const option = select.locator("option", { hasText: words }).first();
  await option.waitFor({ state: "attached" });
  await select.selectOption(await option.getAttribute("value"));
}

/** What each text finds in the same half-recorded inspection. */
const ON_ACTIVITY = {
  SQ: async (day, page, path) => {
    const found = await findings(page).allInnerTexts();
    assert.ok(found.some((one) => /SQ-I-9/.test(one)), found.join("\n"));
    await explained(day, page, "SQ-I-9", path, true);
    await settled(page, "SQ-I-9");
  },
  WD: async (day, page, path) => {
    await about(page, "WD-8").waitFor();
    await explained(day, page, "WD-8", path, true);
    await settled(page, "WD-8");
  },
  AJ: async (day, page) => {
    assert.equal(await findings(page).count(), 0, "only where a violation is handled all is to be recorded");
    await day.does(page, "更改有无违法", "find-violation", { found: true });
    await about(page, "AJ-13").waitFor();
    await day.does(page, about(page, "AJ-13").getByRole("button", { name: "写明理由" }), "give-reason", { text: "井下巷道没有防爆记录仪，只能分段记录。" });
    await settled(page, "AJ-13");
    assert.match(await page.innerText("[data-test=reason]"), /写明的理由.*井下巷道/s);
    // AJ-13.p2: then a text record stands beside what there is
    await page.locator("[data-test=missing]", { hasText: "AJ-13.p2" }).waitFor();
    await writtenDown(day, page, "矿山井下检查");
    await page.click("[data-test=link-document]");
    const form = page.locator("[data-test=linking]");
    await choose(form.locator("[name=case]"), "矿山井下检查");
    await choose(form.locator("[name=document]"), "现场检查");
    await form.locator("[data-test=link]").click();
    await form.waitFor({ state: "detached" });
    await page.locator("[data-test=missing]", { hasText: "AJ-13.p2" }).waitFor({ state: "detached" });
  },
};

const EVENING = {
  /** SQ-I-15: by the end of the day to the unit's custodian, with a receipt. */
  SQ: async (day, page) => {
    await page.goto(`${server.url}/recordings/custodian?unit=`);
    const name = await day.name("officer1");
    await page.locator("[data-batch]", { hasText: name }).locator("[data-test=receive]").click();
    await page.locator("[data-received]", { hasText: name }).waitFor();
    await look(page, "real-day-SQ-custodian");
    await page.click("[data-test=print-receipt]");
    await page.waitForSelector("[data-test=receipt]");
    assert.match(await page.innerText("[data-test=count]"), /4 份/);
    await look(page, "real-day-SQ-receipt");
  },
  /** AJ-9.p2: at the end of the month to the office, by a list in both hands. */
  AJ: async (day, page) => {
    await page.goto(`${server.url}/recordings/hand-overs`);
    await page.locator("[data-test=specialists] a", { hasText: await day.name("custodian") }).click();
    await page.click("[data-test=prepare-list]");
    await page.waitForSelector("[data-test=state]:has-text('待办公室接收')");
    const office = await day.as("office", new URL(page.url()).pathname);
    await day.does(office, office.locator("[data-test=receive-list]"), "receive-list");
    await office.waitForSelector("[data-test=state]:has-text('已接收')");
    assert.match(await office.innerText("[data-test=received]"), new RegExp(await day.name("office")));
    await look(office, "real-day-AJ-month");
  },
};

const AGENCIES = {
  SQ: { cut: "SQ-I-9", late: "SQ-M-21", cause: "batteryLow" },
  WD: { cut: "WD-8", late: "WD-9", cause: "batteryLow" },
  AJ: { cut: "AJ-13", late: "AJ-9", cause: "other" },
};

describe("a day on site", { concurrency: true }, () => {
  for (const [agency, law] of Object.entries(AGENCIES)) it(agency, () => wholeDay(agency, law));
});

async function wholeDay(agency, law) {
  const day = new Day(browser, server, agency);
  const docks = join(work.path, agency, "docks");
  mkdirSync(docks, { recursive: true });
  const station = docked(server, agency, docks);
  station.catch(() => {}); // told where it is waited for

  // morning: cameras go out
  await day.checksOut(day.late, "officer2", -2 * 24 * 60);
  const keeper = await day.checksOut(day.camera, "officer1", -10);
  await look(keeper, `real-day-${agency}-out`);

  // on site: one act by taps on the officers' page, two on the desk's
  const phone = await day.taps("东大街 3 号");
  const officer = await day.as("officer1");
  const inspection = await day.opens(officer, "siteInspection", "新华路 8 号 便民超市", day.camera);
  await day.lasted(officer, 0, 20);
  await day.marks(officer, 3, "店主钱某");
  await look(officer, `real-day-${agency}-desk`);
  await phone.page.click("[data-test=end]");
  const ended = new Date();
  await phone.page.waitForSelector("[data-test=end]", { state: "detached" });
  await look(phone.page, `real-day-${agency}-phone`);
  const third = await THIRD[agency](day, officer);
  await look(officer, `real-day-${agency}-third`);

  // back: one camera at the station's dock, and one that was in a pocket for a day
  cpSync(join(work.path, "card"), join(docks, day.camera), { recursive: true, preserveTimestamps: true });
  const atTheDesk = agency === "SQ";
  if (!atTheDesk) cpSync(join(work.path, "pocket"), join(docks, day.late), { recursive: true, preserveTimestamps: true });
  const { page: screen, context, troubles } = await open(browser, { home: (await station).url });
  await screen.goto((await station).url);
  const itsCamera = { ...server, station: () => ({ ...server.station(agency), device: day.late }) };
  if (atTheDesk) {
    const handed = await collect(itsCamera, agency, join(work.path, "pocket"), ["--camera-clock", new Date().toISOString()]);
    assert.equal(handed.code, 0, handed.err);
  }
  for (const camera of atTheDesk ? [day.camera] : [day.camera, day.late]) await screen.waitForSelector(`article[data-mount="${camera}"] .headline:text("可以清除")`, { timeout: 120_000 });
  await look(screen, `real-day-${agency}-kiosk`);
  calm(troubles);
  await context.close();
  await (await station).stop();
  await day.does(keeper, keeper.locator("[data-test=return-device]"), "return-device", { by: await day.name("officer1"), at: typed(30), condition: "good" });
  await keeper.waitForSelector("[data-test=check-out-device]");
  await until(() => recorded(officer, ["MOV_0001.mp4", "MOV_0002.mp4", "MOV_0003.mp4", "MOV_0004.mp4", "LATE_0007.mp4"]), "the recordings are looked at");

  // what was recorded of the inspection, and what was not
  await officer.goto(server.url + inspection);
  await officer.click("[data-test=file-all]");
  await officer.waitForSelector("[data-hole=middle]");
  await day.does(officer, "说明中断", "explain-interruption", { "time.from": typed(8), "time.to": typed(12), cause: law.cause, text: "换电池，重新开机时已口述。" });
  await officer.waitForSelector("[data-hole=middle].explained");
  assert.match(await officer.innerText("[data-test=covered]"), /5[0-9]%/);
  const coverage = await api(officer, `/api${inspection}/coverage`);
  assert.deepEqual(coverage.lanes.map((lane) => lane.segments.map(minutes)), [[[3, 8], [12, 14], [16, 20], [20, 20]]]);
  assert.deepEqual(coverage.holes.filter((hole) => Date.parse(hole.to) - Date.parse(hole.from) > MINUTE).map(minutes).sort((a, b) => a[0] - b[0]), [[0, 3], [8, 12], [14, 16]]);
  await axe(officer, "activity");
  await ON_ACTIVITY[agency](day, officer, inspection);
  await look(officer, `real-day-${agency}-inspection`);

  // the camera that came late
  const [late] = await recorded(officer, ["LATE_0007.mp4"]);
  const user = await day.as("officer2", `/recordings/${late.id}`);
  await about(user, law.late).waitFor();
  await look(user, `real-day-${agency}-late`);
  await explained(day, user, law.late, `/recordings/${late.id}`, agency !== "WD");
  if (agency === "WD") await appealed(day, user, law.late, `/recordings/${late.id}`);
  await look(user, `real-day-${agency}-late-judged`);

  // the custodian's evening: received where the text wants it, filed by the agency's keys, balanced
  await EVENING[agency]?.(day, keeper);
  await keeper.goto(`${server.url}/recordings/board?column=toFile`);
  await keeper.check("[data-column=toFile] [data-test=choose-all]");
  await keeper.click("[data-test=file-suggested]");
  await keeper.waitForSelector("[data-test=together-result]:has-text('5')");
  if (agency !== "SQ") {
    await look(keeper, `real-day-${agency}-to-file`);
    await keeper.check("[data-column=toFile] [data-test=choose-all]");
    await day.does(keeper, keeper.locator("[data-test=file-without-case]"), "file-without-case", { reason: "日常检查，没有立案。" });
  }
  await keeper.waitForSelector("[data-column=toFile] [data-test=none]");
  await keeper.goto(`${server.url}/recordings/board`);
  await keeper.waitForSelector("[data-column=stored]");
  await look(keeper, `real-day-${agency}-board`);
  await keeper.goto(`${server.url}/recordings/balance`);
  await keeper.waitForSelector("[data-balanced=true]");
  const row = await keeper.innerText(`[data-device="${day.camera}"]`);
  assert.match(row, new RegExp(`${await day.name("officer1")}[^]*归还[^]*\\t4\\t0\\t4\\t`), row);
  await look(keeper, `real-day-${agency}-balance`);
  const paper = await printed(keeper, `real-day-${agency}-balance`);
  if (paper !== undefined) assert.match(paper, new RegExp(`${day.camera}[^]*保管人[^]*负责人`), paper);

  // the phone has sent what was tapped, with the times of the taps
  const tapped = await until(async () => {
    const there = await api(officer, `/api/activities/${phone.activity}`);
    return there.state === "ended" ? there : undefined;
  }, "the taps have arrived");
  assert.ok(millisApart(tapped.startedAt, phone.began) < 5_000 && millisApart(tapped.endedAt, ended) < 5_000, JSON.stringify(tapped));
  await phone.page.click("nav a:has-text('今日')");
  await phone.page.waitForSelector("[data-test=today] a:has-text('东大街')");
  await look(phone.page, `real-day-${agency}-phone-today`);
  calm(phone.troubles, /401/);
  await phone.context.close();
  await day.office.leave();
}
