// Cases through the launcher and a real browser: the demo's cases as everybody finds them, and whole cases run by clicking.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { axe, calm, launch, look, open } from "../test-pages/browser.mjs";
import { demo, folder } from "./harness.mjs";

const AGENCIES = ["SQ", "CL", "LX", "WD", "AJ"];
const refusedOnce = /status of 422/;
const work = folder("cases");
let server;
let browser;

before(async () => {
  server = await demo(join(work.path, "data"));
  browser = await launch();
});

after(async () => {
  const left = browser?.contexts().flatMap((context) => context.pages()) ?? []; // of tests that failed
  for (const [i, page] of left.entries()) await look(page, `real-case-left-open-${i}`);
  await browser?.close();
  await server?.stop();
  work.remove();
});

async function signedIn(agency, name) {
  const opened = await open(browser, { home: server.url });
  const { page } = opened;
  const user = server.credentials().users.find((one) => one.username === `${agency.toLowerCase()}.${name}`);
  await page.goto(`${server.url}/sign-in`);
  await page.fill("input[name=username]", user.username);
  await page.fill("input[name=password]", user.password);
  await page.click("button[type=submit]");
  await page.waitForURL(`${server.url}/desk`);
  page.setDefaultTimeout(20_000);
  return { ...opened, user, close: (...allowed) => (calm(opened.troubles, ...allowed), opened.context.close()) };
}

const api = (page, path) => page.evaluate((at) => fetch(at).then((answer) => answer.json()), path);
/** As the agency's clocks show it, for a field of day or time. */
const wallClock = (millis) => new Date(millis + 8 * 3_600_000).toISOString();
const minutesAgo = (minutes) => wallClock(Date.now() - minutes * 60_000).slice(0, 16);
const today = () => wallClock(Date.now()).slice(0, 10);
const button = (within, name) => within.getByRole("button", { name, exact: true });

/** Fills a form as a person does: lists are ticked by their labels, choices chosen, everything else typed. */
async function fill(form, values) {
  for (const [name, value] of Object.entries(values)) {
    const at = form.locator(`[data-field="${name}"]`);
    if (Array.isArray(value)) {
      for (const label of value) await at.getByLabel(label, { exact: true }).check();
      continue;
    }
    const control = at.locator("select, textarea, input").first();
    if ((await control.evaluate((element) => element.tagName)) === "SELECT") await control.selectOption(value);
    else await control.fill(value);
  }
}

/** Fills in the open form of an act and sends it, twice where it asks whether that is meant. */
async function act(page, name, values = {}) {
  const form = page.locator(`[data-act=${name}]`);
  await fill(form, values);
  const submit = form.locator("[data-test=submit]");
  await submit.click();
  if (["end-case", "complete-service"].includes(name)) await submit.click();
  const refused = form.locator("[data-test=refused]");
  await Promise.race([form.waitFor({ state: "detached" }), refused.waitFor()]);
  if (await refused.count()) assert.fail(`${name}: ${await refused.innerText()}`);
}

/** A new document from the library, filled in, looked at as it will be printed, and locked. */
async function locked(page, at, template, values) {
  await page.goto(`${at}?tab=documents`);
  await page.click("[data-test=new-document]");
  await page.click(`[data-template=${template}]`);
  await page.waitForURL(/documents\//);
  await fill(page.locator("[data-test=document-form]"), values);
  await page.waitForSelector("[data-test=saved-at]");
  await page.click("[data-test=preview]");
  await page.waitForSelector("[data-test=paper]");
  await page.click("[data-test=lock]");
  await page.waitForSelector("[data-test=finalise]");
  return page.url();
}

/** Signs by hand on the pad. */
async function sign(page, values) {
  await page.click("[data-test=sign-open]");
  const form = page.locator("[data-test=sign]");
  await fill(form, values);
  const pad = await page.locator("[data-test=pad]").boundingBox();
  await page.mouse.move(pad.x + 60, pad.y + 60);
  await page.mouse.down();
  for (let i = 0; i < 12; i++) await page.mouse.move(pad.x + 60 + i * 20, pad.y + 60 + (i % 3) * 25);
  await page.mouse.up();
  await form.locator("[data-test=submit]").click();
  await form.waitFor({ state: "detached" });
}

async function finalise(page) {
  await page.click("[data-test=finalise]");
  await page.click("[data-test=finalise]");
}

async function finalised(page) {
  await finalise(page);
  await Promise.race([page.locator("[data-test=finalise]").waitFor({ state: "detached" }), page.locator("[data-test=refused]").waitFor()]);
  if (await page.locator("[data-test=refused]").count()) assert.fail(await page.locator("[data-test=refused]").innerText());
}

/** Declares what did not occur, item by item of a stage's table. */
async function declareOpen(page, at, stage, declaration) {
  await page.goto(`${at}?tab=checklist`);
  await page.waitForSelector("#tab-panel > *");
  const rows = page.locator(`[data-stage=${stage}] tr[data-standing=open]`);
  const items = await rows.evaluateAll((all) => all.map((row) => row.dataset.item));
  for (const item of items) {
    const row = page.locator(`[data-stage=${stage}] tr[data-item=${item}]`);
    await button(row, /^声明/).click();
    await act(page, "declare-item", { declaration, ground: "本案情节简单，没有这一项。" });
    await page.waitForSelector(`[data-stage=${stage}] tr[data-item=${item}]:not([data-standing=open])`);
  }
}

/** Somebody else, in a session of their own, agrees to what waits for them. */
async function agrees(agency, name, at) {
  const { page, close } = await signedIn(agency, name);
  await page.goto(`${at}?tab=approvals`);
  await page.click("button:has-text('签署意见')");
  await act(page, "give-opinion", { verdict: "agreed", opinion: "同意。" });
  await close();
}

async function paperOf(page, at) {
  const answer = await page.request.get(`${at.replace(server.url, `${server.url}/api`)}/paper`);
  assert.equal(answer.status(), 200);
  assert.equal((await answer.body()).subarray(0, 5).toString(), "%PDF-");
}

const NAMES = { SQ: ["张志远", "李秀兰"], CL: ["马立新", "高春燕"] };

for (const [agency, article] of [["SQ", /SQ-M-12/], ["CL", /CL-(9|11a)/]]) {
  test(`a penalty case of ${agency} by clicking, from its opening to its end`, async () => {
    const [first, second] = NAMES[agency];
    const { page, close } = await signedIn(agency, "officer1");
    const colleague = await signedIn(agency, "officer2");

    await page.goto(`${server.url}/cases`);
    await page.click("[data-test=open-case]");
    await act(page, "open-case", { subject: "涉嫌销售不合格电线案", handlers: [second], at: minutesAgo(120) });
    await page.waitForURL(/cases\/[0-9a-f-]{36}/);
    const at = page.url().split("?")[0];
    await page.waitForSelector("[data-test=timeline]");
    for (const stage of ["initiation", "investigation"]) {
      await page.click("[data-test=act-enter-stage]");
      await act(page, "enter-stage", { stage });
    }
    await page.goto(`${at}?tab=people`);
    await button(page, "登记当事人").click();
    await act(page, "name-party", { "party.kind": "company", "party.name": "光明五金店", "party.identityNumber": "91130802MA0E2E001X", "party.representative": "光大明", "party.address": "车站路3号" });
    await button(page, "登记来源").click();
    await act(page, "state-source", { "source.kind": "inspectionPlan", "source.on": today(), "source.cause": "按照年度计划检查。" });
    await button(page, "记录出示证件").click();
    await act(page, "show-certificates", { toWhom: "光大明", how: "出示证件原件" });

    const inspection = await locked(page, at, "inspection-record", {
      beganAt: minutesAgo(90), endedAt: minutesAgo(60), place: "车站路3号", objectBasics: "光明五金店，证照齐全。", certificateShown: "两名执法人员均已出示证件。",
      recorder: second, rightsTold: "已告知陈述、申辩、申请回避的权利。", siteConditions: "货架上有电线五卷，没有合格证。", result: "电线五卷没有合格证。",
    });
    await button(page, "编号").click();
    await page.waitForSelector("h1 .mono");
    await sign(page, { as: "officer", officer: first });
    await finalise(page);
    await page.waitForSelector("[data-test=document-acts] [data-test=missing]");
    assert.match(await page.innerText("[data-test=document-acts] [data-test=missing]"), article, "the refusal names the agency's own article");
    await look(page, `real-case-refused-${agency}`);
    await axe(page, "a refused document");
    await sign(page, { as: "party", name: "光大明" });
    await colleague.page.goto(inspection);
    await sign(colleague.page, { as: "officer", officer: second });
    await sign(colleague.page, { as: "recorder", officer: second });
    await page.reload();
    await page.waitForSelector("[data-test=finalise]");
    const across = page.getByRole("button", { name: "骑缝捺印盖章" });
    if (await across.count()) {
      await across.click();
      const mark = await page.locator("[data-act=mark-across-pages] legend").first().screenshot(); // any picture will do
      await page.setInputFiles("[data-act=mark-across-pages] input[type=file]", { name: "mark.png", mimeType: "image/png", buffer: mark });
      await page.waitForSelector("[data-act=mark-across-pages] .mono");
      await act(page, "mark-across-pages");
    }
    await finalised(page);

    await page.goto(`${at}?tab=people`);
    await page.waitForSelector(".right");
    for (let i = 0; i < (await page.locator(".right").count()); i++) {
      const row = page.locator(".right").nth(i);
      if (/听证/.test(await row.locator("strong").innerText())) {
        await button(row, "不适用").click();
        await act(page, "except-right", { ground: "拟处罚款数额较小，不属于听证范围。" });
        await button(row, "不适用").waitFor({ state: "detached" });
        continue;
      }
      await button(row, "告知").click();
      await act(page, "tell-right", { manner: "现场口头告知" });
      await button(row, "记录回应").click();
      await act(page, "record-response", { response: "waived" });
      await button(row, "记录回应").waitFor({ state: "detached" });
    }
    await declareOpen(page, at, "investigation", "didNotOccur");

    const decision = await locked(page, at, "penalty-decision", {
      facts: "电线五卷没有合格证。", evidence: "现场检查笔录。", partyStatement: "当事人没有提出陈述申辩。", basis: "产品质量法有关规定", discretion: "初次违法，数量少，从轻。",
      penalties: ["罚款"], decision: "罚款五百元。", fine: "500", performBy: today(), payment: "到指定银行缴纳。", lateConsequence: "逾期每日加处百分之三。",
      reviewAgency: "六十日内可以申请行政复议。", court: "六个月内可以提起行政诉讼。", issuedOn: today(),
    });
    await page.goto(`${at}?tab=approvals`);
    await button(page, "送审").click();
    await act(page, "request-approval", {
      matter: "decision", document: "行政处罚决定书", "proposal.proposal": "罚款五百元。", "proposal.facts": "电线五卷没有合格证。", "proposal.evidence": "现场检查笔录。",
      "proposal.basis": "产品质量法。", "proposal.discretion": "从轻。",
    });
    await agrees(agency, "head", at);
    await agrees(agency, "leader", at);
    await declareOpen(page, at, "reviewDecision", "notRequired");
    await page.goto(decision);
    await button(page, "编号").click();
    await page.waitForSelector("h1 .mono");
    await button(page, "盖章签发").click();
    await page.click("[data-test=document-acts] form button[type=submit]");
    await page.waitForFunction(() => document.querySelector("[data-test=marks]")?.textContent.includes("盖章"));
    await finalised(page);
    await look(page, `real-case-decision-${agency}`);
    await paperOf(page, decision);

    await page.click("a[href^='/cases/']:has-text('涉嫌销售')");
    await page.goto(`${at}?tab=service`);
    await page.click("[data-test=new-service]");
    const service = page.locator("[data-act=record-service]");
    for (const [as, name] of [["server", first], ["recipient", "光大明"]]) {
      await service.locator("[data-field='facts.signatures'] > div > button").click();
      await fill(service.locator("[data-field='facts.signatures'] li").last(), { as, name, kind: "signature", on: today() });
    }
    await act(page, "record-service", { "facts.recipient": "光大明", "facts.at": minutesAgo(1), "facts.server": first });
    await button(page, "送达完成").click();
    await act(page, "complete-service");
    await page.goto(`${at}?tab=measures`);
    await button(page, "定履行期限").click();
    await act(page, "set-performance-due", { due: today(), what: "缴纳罚款五百元" });
    await button(page, "记录履行").click();
    await act(page, "record-performance", { kind: "缴纳罚款", amount: "500", status: "full" });
    await declareOpen(page, at, "serviceExecution", "didNotOccur");
    await page.click("[data-test=act-end-case]");
    await act(page, "end-case", { ground: "performed" });
    await page.waitForSelector("[data-test=act-reopen-case], [data-test=act-end-case]", { state: "detached" });
    assert.equal((await api(page, at.replace(server.url, "/api"))).status.is, "ended");
    await page.waitForTimeout(300); // the dialog has faded out
    await look(page, `real-case-ended-${agency}`);
    await axe(page, "an ended case");
    await colleague.close();
    await close(refusedOnce);
  });
}

for (const agency of AGENCIES) {
  test(`the demo's cases of ${agency}: one clean and ended, one with faults by the agency's own articles`, async () => {
    const { page, close } = await signedIn(agency, "officer1");
    await page.goto(`${server.url}/cases`);
    await page.waitForSelector("table.list tbody tr");
    await look(page, `real-cases-${agency}`);
    await axe(page, "cases");
    const { items } = await api(page, "/api/cases?size=50");
    const files = await Promise.all(items.map((one) => api(page, `/api/cases/${one.id}`)));
    const shipped = files.filter((file) => !file.subject.startsWith("涉嫌销售不合格电线"));
    assert.equal(shipped.length, 2);
    const open = (file) => file.findings.filter((one) => !["cleared", "accepted"].includes(one.state) && one.severity !== "report");
    const clean = shipped.find((file) => open(file).length === 0);
    const faulty = shipped.find((file) => open(file).length > 0);
    assert.equal(clean.status.is, "ended");
    assert.ok(clean.recordings.length >= 3 && clean.services.length >= 2 && clean.documents.every((one) => one.phase.is === "final"));
    assert.ok(open(faulty).some((one) => one.article.startsWith(`${agency}-`)), JSON.stringify(open(faulty)));
    assert.ok(open(faulty).some((one) => one.state === "explained"));
    for (const [name, file, tab] of [["clean", clean, "documents"], ["faults", faulty, "findings"]]) {
      await page.goto(`${server.url}/cases/${file.id}?tab=${tab}`);
      await page.waitForSelector("[data-test=timeline] .mark");
      await page.waitForSelector("#tab-panel > *");
      await page.waitForLoadState("networkidle");
      await look(page, `real-demo-${agency}-${name}`);
      await axe(page, name);
    }
    const sealed = clean.documents.find((one) => one.seal);
    assert.ok(sealed.number && sealed.signatures !== undefined);
    await paperOf(page, `${server.url}/cases/${clean.id}/documents/${sealed.id}`);
    await close();
  });
}

test("the demo says who can sign in, and plays no case twice", async () => {
  for (const title of ["执法人员", "承办机构负责人", "法制机构", "机关负责人", "保管人", "办公室", "系统管理员", "审计管理员"]) assert.match(server.said(), new RegExp(`SQ .*${title}`));
  const count = async () => {
    const { page, close } = await signedIn("WD", "officer1");
    const { total } = await api(page, "/api/cases");
    await close();
    return total;
  };
  const before = await count();
  assert.equal((await server.stop()).code, 0);
  server = await demo(server.data);
  assert.equal(await count(), before);
  assert.doesNotMatch(server.said(), /playing a case/);
});
