// Cases through the launcher and a real browser: the demo's cases as everybody finds them, and whole cases run by clicking.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { axe, launch, look } from "../test-pages/browser.mjs";
import { CaseRun, Office, api, drawn, minutesAgo, printed, stands, today } from "./caseSteps.mjs";
import { demo, folder } from "./harness.mjs";

const AGENCIES = ["SQ", "CL", "LX", "WD", "AJ"];
const refusedOnce = /status of 422/;
const work = folder("cases");
const offices = new Map();
let server;
let browser;

before(async () => {
  server = await demo(join(work.path, "data"));
  browser = await launch();
  for (const agency of AGENCIES) offices.set(agency, new Office(browser, server, agency));
});

after(async () => {
  const left = browser?.contexts().flatMap((context) => context.pages()) ?? []; // of tests that failed
  for (const [i, page] of left.entries()) await look(page, `real-case-left-open-${i}`);
  await browser?.close();
  await server?.stop();
  work.remove();
});

for (const agency of AGENCIES) {
  test(`the demo's day on site of ${agency}: an act recorded whole, one with holes, one that is running, cameras out and back`, async () => {
    const { page } = await offices.get(agency).desk("officer1");
    await page.goto(`${server.url}/activities`);
    await page.waitForSelector("table.list tbody tr >> nth=2");
    await look(page, `real-demo-activities-${agency}`);
    const { items } = await api(page, "/api/activities");
    const acts = Object.fromEntries(await Promise.all(items.map(async (one) => [one.state, await api(page, `/api/activities/${one.id}`)])));
    assert.deepEqual(Object.keys(acts).sort(), ["closed", "ended", "running"]);
    const coverage = (one) => api(page, `/api/activities/${one.id}/coverage`);
    assert.deepEqual([(await coverage(acts.closed)).holes, acts.closed.findings.filter(stands)], [[], []]);
    assert.ok((await coverage(acts.ended)).holes.some((hole) => hole.explained));
    assert.ok(acts.ended.findings.filter(stands).some((one) => one.article.startsWith(`${agency}-`)), JSON.stringify(acts.ended.findings));
    const devices = Object.fromEntries((await api(page, "/api/devices?size=50")).items.map((one) => [one.number, one]));
    assert.deepEqual([devices[`${agency}-0001`].state, devices[`${agency}-0002`].state, devices[`${agency}-PH-01`].kind], ["available", "out", "phone"]);
    const { outings } = await api(page, `/api/devices/${agency}-0001`);
    assert.equal(outings[0].back.condition, "good");
    const recordings = (await api(page, "/api/recordings?size=50")).items;
    const storing = await Promise.all(recordings.map((one) => api(page, `/api/recordings/${one.id}/storing`)));
    assert.deepEqual([storing.filter((one) => one.handed).length, storing.filter((one) => one.unfiled.length === 0).length > 0], [5, true]);
    if (agency === "AJ") {
      const { specialists } = await api(page, `/api/hand-overs?month=${today().slice(0, 7)}`);
      assert.equal(specialists.find((one) => one.recordings)?.state, "prepared");
    }
    await page.goto(`${server.url}/activities/${acts.ended.id}`);
    await page.waitForSelector("[data-hole=middle]");
    await look(page, `real-demo-activity-${agency}`);
  });
}

const SHOP = { kind: "company", name: "光明五金店", identityNumber: "91130802MA0E2E001X", representative: "光大明", address: "车站路3号" };
const remedies = { reviewAgency: "六十日内可以申请行政复议。", court: "六个月内可以提起行政诉讼。" };
const onPlan = { "source.kind": "inspectionPlan", "source.cause": "按照年度计划检查。" };

/** The article by which this agency wants the party's signature, as its law page tells it; none where its text does not. */
async function articleOfSignature(page) {
  const { texts } = await api(page, "/api/law");
  const stated = texts.flatMap((text) => text.articles).filter((article) => article.keys.some((one) => one.key === "textRecord.partySignature.required" && one.value));
  return stated.map((article) => article.id);
}

for (const agency of AGENCIES) {
  test(`the demo's cases of ${agency}: one clean and ended, one with faults by the agency's own articles`, async () => {
    const { page } = await offices.get(agency).desk("officer1");
    await page.goto(`${server.url}/cases`);
    await page.waitForSelector("table.list tbody tr");
    await look(page, `real-cases-${agency}`);
    await axe(page, "cases");
    const { items } = await api(page, "/api/cases?size=50");
    const files = await Promise.all(items.map((one) => api(page, `/api/cases/${one.id}`)));
    assert.equal(files.length, 2);
    const open = (file) => file.findings.filter(stands);
    const clean = files.find((file) => open(file).length === 0);
    const faulty = files.find((file) => open(file).length > 0);
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
    await printed(page, `${server.url}/cases/${clean.id}/documents/${sealed.id}`);
    offices.get(agency).calm();
  });
}

for (const agency of AGENCIES) {
  test(`a penalty case of ${agency} by clicking, from its opening to its end`, async () => {
    const office = offices.get(agency);
    const run = await CaseRun.open(office, SHOP, { subject: "涉嫌销售不合格电线案" });
    const { page, officers: [first, second] } = run;
    await run.enters("initiation", "investigation");
    await run.begins(onPlan);

    const inspection = await run.writes("inspection-record", {
      beganAt: minutesAgo(90), endedAt: minutesAgo(60), place: SHOP.address, objectBasics: "光明五金店，证照齐全。", certificateShown: "两名执法人员均已出示证件。",
      recorder: second, rightsTold: "已告知陈述、申辩、申请回避的权利。", siteConditions: "货架上有电线五卷，没有合格证。", result: "电线五卷没有合格证。",
    }, { preview: true });
    await run.numbered();
    await run.signs({ as: "officer", officer: first });
    const articles = await articleOfSignature(page);
    if (articles.length) {
      assert.ok(articles.some((article) => article.startsWith(`${agency}-`)), articles.join());
      const refused = await run.asksFinal();
      assert.ok(articles.some((article) => refused.includes(article)), `the refusal names the agency's own article: ${refused}`);
      await drawn(page);
      await look(page, `real-case-refused-${agency}`);
      await axe(page, "a refused document");
    }
    const { page: colleague } = await office.desk("officer2");
    await colleague.goto(inspection);
    await run.signs({ as: "officer", officer: second }, colleague);
    await page.reload();
    await run.finishes();
    await run.files({ document: "现场检查（勘验）笔录", content: "siteInspection" });

    await run.rights((right) => (/听证/.test(right) ? "拟处罚款数额较小，不属于听证范围。" : undefined));
    await run.declares("investigation", "didNotOccur");
    const decision = await run.writes("penalty-decision", {
      facts: "电线五卷没有合格证。", evidence: "现场检查笔录。", partyStatement: "当事人没有提出陈述申辩。", basis: "产品质量法有关规定", discretion: "初次违法，数量少，从轻。",
      penalties: ["罚款"], decision: "罚款五百元。", fine: "500", performBy: today(15), payment: "到指定银行缴纳。", lateConsequence: "逾期每日加处百分之三。",
      ...remedies, issuedOn: today(),
    }, { preview: true });
    await run.supports("现场检查（勘验）笔录", "检查结果");
    await run.approved("decision", "行政处罚决定书", { proposal: "罚款五百元。", facts: "电线五卷没有合格证。", evidence: "现场检查笔录。", basis: "产品质量法。", discretion: "从轻。" });
    await run.declares("reviewDecision", "notRequired");
    await page.goto(decision);
    await run.finishes();
    await drawn(page);
    await look(page, `real-case-decision-${agency}`);

    await run.serves();
    await run.performed("缴纳罚款五百元", "500");
    await run.declares("serviceExecution", "didNotOccur");
    await run.ends("performed");
    await look(page, `real-case-ended-${agency}`);
    await axe(page, "an ended case");
    office.calm(refusedOnce);
  });
}

const WANG = { kind: "person", name: "王小满", identityNumber: "130802199001010011", address: "西大街7号" };

/** The other case of each agency: short, and of another kind than the rest, so that together they go through what cases offer. */
const OTHERS = {
  async SQ(office) { // a penalty on the spot
    const run = await CaseRun.open(office, WANG, { subject: "涉嫌未明码标价案", procedure: "summary" });
    await run.enters("initiation", "investigation");
    await run.begins(onPlan);
    await run.rights((right) => (/听证/.test(right) ? "警告和小额罚款不属于听证范围。" : undefined));
    await run.files({ content: "documentaryAndPhysicalEvidence" });
    await run.declares("investigation", "didNotOccur", "当场查明，没有这一项。");
    await run.declares("reviewDecision", "notRequired", "当场作出的处罚。");
    await run.writes("summary-decision", {
      certificateShown: "两名执法人员均已出示证件。", facts: "摊位上的蔬菜没有标明价格。", evidence: "现场查看，当事人承认。", basis: "价格法有关规定", statement: "told", defence: "told", recusal: "told",
      hearing: "notApplicable", notApplicableGround: "不属于听证范围。", manner: "oralOnSite", response: "没有意见。", penalties: ["罚款"], decision: "罚款五十元。", fine: "50", payment: "onSpot",
      onSpotGround: "一百元以下的罚款。", decidedAt: minutesAgo(5), place: WANG.address, ...remedies, issuedOn: today(),
    }, { preview: true });
    await run.supports();
    await run.finishes();
    await drawn(run.page);
    await look(run.page, "real-case-on-the-spot-SQ");
    await run.serves();
    await run.performed("当场缴纳罚款五十元", "50");
    await run.declares("serviceExecution", "didNotOccur");
    return run.ends("performed");
  },

  async CL(office) { // a licence on application, with a verification on site
    const run = await CaseRun.open(office, SHOP, { subject: "申请食品经营许可", kind: "licence", origin: "onApplication" });
    const matter = { application: "食品经营许可（预包装食品销售）。", acceptance: "材料齐全，予以受理，并到现场核实。", verification: "经营场所与申请材料是否一致。", reason: "新办经营场所。" };
    await run.enters("initiation");
    await run.begins();
    await run.does("receive-application", "接收申请", { "application.applicant": SHOP.name, "application.materials": "申请书\n营业执照复印件" });
    await run.writes("application-form", { application: matter.application, appliedOn: today(), receivedAt: minutesAgo(100), materials: [{ name: "营业执照复印件", copies: "1" }] });
    await run.finishes();
    const acceptance = await run.writes("acceptance-with-verification", {
      acceptance: matter.acceptance, acceptedOn: today(), matter: matter.verification, reason: matter.reason, verificationAt: minutesAgo(40), basis: "行政许可法有关规定", issuedOn: today(),
    });
    await run.approved("acceptance", "受理并核实告知书", { proposal: matter.acceptance, facts: "材料齐全。", evidence: "申请材料。", basis: "行政许可法。", discretion: "无裁量。" });
    await run.page.goto(acceptance);
    await run.finishes();
    await run.tab("people");
    await run.does("decide-acceptance", "受理决定", {
      "acceptance.outcome": "acceptWithVerification", "acceptance.document": "受理并核实告知书", "acceptance.verificationMatter": matter.verification,
      "acceptance.verificationReason": matter.reason, "acceptance.verificationAt": minutesAgo(40),
    });
    await look(run.page, "real-case-licence-accepted-CL");
    await run.enters("investigation");
    await run.writes("verification-record", {
      beganAt: minutesAgo(40), endedAt: minutesAgo(20), place: SHOP.address, certificateShown: "两名执法人员均已出示证件。", matter: matter.verification,
      findings: [{ item: "经营场所", demand: "与申请材料一致", found: "一致", meets: true }, { item: "食品贮存", found: "离地离墙，通风良好", meets: true }], result: "pass",
    });
    await run.finishes();
    await run.rights(() => "准予许可，不涉及他人重大利益。");
    await run.declares("investigation", "didNotOccur");
    await run.enters("reviewDecision");
    await run.writes("licence-review-report", {
      facts: "申请人符合条件。", evidence: [{ name: "现场核查笔录", proves: "场所符合要求" }], basis: "食品安全法有关规定", discretion: "无裁量。", proposal: "准予许可。", reportedOn: today(),
    });
    await run.finishes();
    const licence = await run.writes("licence-decision", {
      acceptedOn: today(), review: "经书面审查和现场核查，符合条件。", basis: "食品安全法有关规定", decision: "准予从事预包装食品销售。", validFrom: today(), validTo: today(1825), issuedOn: today(),
    }, { preview: true });
    await run.approved("licenceDecision", "准予行政许可决定书", { proposal: "准予许可。", facts: "符合条件。", evidence: "现场核查笔录。", basis: "食品安全法。", discretion: "无裁量。" });
    await run.page.goto(licence);
    await run.finishes();
    await run.serves();
    return run.ends("granted");
  },

  async LX(office) { // goods sealed, and released by an act of its own
    const run = await CaseRun.open(office, SHOP, { subject: "查封占道堆放的砂石", kind: "coercion" });
    const things = [{ name: "砂石", quantity: "三立方米", condition: "散装" }];
    await run.enters("initiation", "investigation");
    await run.begins({ ...onPlan, "source.kind": "transfer", "source.cause": "城管巡查移交。" });
    await run.writes("property-list", { madeAt: minutesAgo(80), place: SHOP.address, items: [{ name: "砂石", quantity: "三立方米", condition: "散装" }] });
    await run.finishes();
    const sealing = await run.writes("measure-decision", {
      measure: ["查封"], facts: "砂石堆放在人行道上，拒不清除。", basis: "行政强制法有关规定", list: "场所、设施、财物清单", beganAt: minutesAgo(70), until: today(25), place: SHOP.address,
      keeper: "当事人就地保管，不得动用。", statement: "told", defence: "told", certificateShown: "两名执法人员均已出示证件。", ...remedies, issuedOn: today(),
    }, { preview: true });
    await run.supports("场所、设施、财物清单", "第一项");
    await run.approved("measure", "查封（扣押）决定书", { proposal: "查封砂石。", facts: "占道堆放。", evidence: "巡查照片。", basis: "行政强制法。", discretion: "就地查封。" });
    await run.page.goto(sealing);
    await run.finishes();
    await run.tab("measures");
    await run.does("take-measure", "采取措施", { kind: "sealing", decision: "查封（扣押）决定书", beganAt: minutesAgo(70), until: today(25), things, place: SHOP.address, keeper: SHOP.representative });
    await run.writes("measure-site-record", {
      beganAt: minutesAgo(70), endedAt: minutesAgo(50), place: SHOP.address, certificateShown: "两名执法人员均已出示证件。", recorder: run.officers[1], decision: "查封（扣押）决定书",
      rightsTold: "已告知理由、依据、权利和救济途径。", statement: "当事人没有意见。", course: "清点后贴封条两张。",
    });
    await run.finishes();
    const lifting = await run.writes("measure-lifting-decision", {
      decision: "查封（扣押）决定书", reason: "当事人已联系清运，查封不再必要。", basis: "行政强制法有关规定", liftedAt: minutesAgo(2), received: "封条已启，当事人领回。", issuedOn: today(),
    });
    await run.approved("measureLifting", "解除行政强制措施决定书", { proposal: "解除查封。", facts: "当事人已联系清运。", evidence: "清运合同。", basis: "行政强制法。", discretion: "无需延长。" });
    await run.page.goto(lifting);
    await run.finishes();
    await run.tab("measures");
    await run.does("lift-measure", "解除", { at: minutesAgo(1), manner: "returned", decision: "解除行政强制措施决定书", things });
    await look(run.page, "real-case-lifted-LX");
    await run.serves();
    await run.rights((right) => (/听证/.test(right) ? "查封不适用听证。" : undefined));
    await run.declares("investigation", "didNotOccur");
    await run.declares("serviceExecution", "didNotOccur");
    return run.ends("other", "查封已经解除，砂石已清运。");
  },

  async WD(office) { // an inspection that finds nothing; whoever is there will not sign
    const run = await CaseRun.open(office, SHOP, { subject: "计量器具日常检查", kind: "inspection" });
    const { page, officers: [first, second] } = run;
    await run.enters("initiation", "investigation");
    await run.begins(onPlan);
    await run.writes("inspection-record", {
      beganAt: minutesAgo(60), endedAt: minutesAgo(40), place: SHOP.address, objectBasics: "光明五金店，证照齐全。", certificateShown: "两名执法人员均已出示证件。",
      recorder: second, rightsTold: "已告知陈述、申辩的权利。", siteConditions: "电子秤一台，检定标志在有效期内。", result: "未发现违法行为。",
    }, { preview: true });
    await run.signed({ without: ["当事人"] });
    await run.does("note-refusal", "注明拒绝签名", { name: SHOP.representative, note: "负责人称要等店主回来，拒绝签名。", officers: [first, second] });
    await page.locator("[data-test=marks]", { hasText: "拒绝签名" }).waitFor();
    await run.finishes();
    await drawn(page);
    await look(page, "real-case-unsigned-WD");
    return run.ends("noViolation");
  },

  async AJ(office) { // evidence preserved, dealt with in seven days, and no penalty
    const run = await CaseRun.open(office, SHOP, { subject: "涉嫌未如实记录安全培训案" });
    const things = [{ name: "培训记录本", quantity: "二册", condition: "完好" }];
    await run.enters("initiation", "investigation");
    await run.begins(onPlan);
    await run.writes("property-list", { madeAt: minutesAgo(80), place: SHOP.address, items: [{ name: "培训记录本", quantity: "二册" }] });
    await run.finishes();
    const preserving = await run.writes("preservation-notice", {
      reason: "记录本可能灭失。", basis: "行政处罚法有关规定", list: "场所、设施、财物清单", beganAt: minutesAgo(70), dueOn: today(7), manner: "elsewhere", place: "本机关证据室", keeper: run.officers[1],
      certificateShown: "两名执法人员均已出示证件。", issuedOn: today(),
    }, { preview: true });
    await run.approved("preservation", "先行登记保存证据通知书", { proposal: "先行登记保存。", facts: "记录本涂改。", evidence: "现场查看。", basis: "行政处罚法。", discretion: "异地保存。" });
    await run.page.goto(preserving);
    await run.finishes();
    await run.tab("measures");
    await run.does("take-measure", "采取措施", { kind: "preservation", decision: "先行登记保存证据通知书", beganAt: minutesAgo(70), until: today(7), things, place: "本机关证据室", keeper: run.officers[1] });
    await look(run.page, "real-case-preserved-AJ");
    const returning = await run.writes("preservation-disposal-notice", {
      preservation: "先行登记保存证据通知书", disposal: ["采取记录、复制、拍照等证据保全措施", "解除并退还"], disposedOn: today(), basis: "行政处罚法有关规定", issuedOn: today(),
    });
    await run.approved("preservation", "先行登记保存证据处理通知书", { proposal: "复制后退还。", facts: "已复制。", evidence: "复印件。", basis: "行政处罚法。", discretion: "无需继续保存。" });
    await run.page.goto(returning);
    await run.finishes();
    await run.tab("measures");
    await run.does("lift-measure", "解除", { at: minutesAgo(1), manner: "returned", decision: "先行登记保存证据处理通知书", things });
    await run.rights((right) => (/听证/.test(right) ? "不予处罚。" : undefined));
    await run.declares("investigation", "didNotOccur");
    const decision = await run.writes("no-penalty-decision", {
      facts: "一名员工的培训时间记载有误，已经补正。", evidence: "培训记录本复印件。", ground: "minor", reason: "违法行为轻微，已及时改正，没有危害后果。", basis: "行政处罚法有关规定", ...remedies, issuedOn: today(),
    }, { preview: true });
    await run.supports("场所、设施、财物清单", "第一项");
    await run.approved("decision", "不予行政处罚决定书", { proposal: "不予处罚。", facts: "记载有误，已补正。", evidence: "复印件。", basis: "行政处罚法。", discretion: "轻微。" });
    await run.declares("reviewDecision", "notRequired");
    await run.page.goto(decision);
    await run.finishes();
    await run.serves();
    return run.ends("noPenalty");
  },
};

const TITLES = { SQ: "a penalty on the spot", CL: "a licence on application", LX: "goods sealed and released", WD: "an inspection without a violation", AJ: "evidence preserved, and no penalty" };
for (const agency of AGENCIES) {
  test(`another case of ${agency} by clicking: ${TITLES[agency]}`, async () => {
    const office = offices.get(agency);
    const file = await OTHERS[agency](office);
    const { page } = await office.desk("officer1");
    await look(page, `real-other-ended-${agency}`);
    await axe(page, file.subject);
    office.calm();
  });
}

test("the demo says who can sign in, and plays no case twice", async () => {
  for (const title of ["执法人员", "承办机构负责人", "法制机构", "机关负责人", "保管人", "办公室", "系统管理员", "审计管理员"]) assert.match(server.said(), new RegExp(`SQ .*${title}`));
  const count = async () => {
    const office = new Office(browser, server, "WD");
    const { page } = await office.desk("officer1");
    const totals = [await api(page, "/api/cases"), await api(page, "/api/activities")].map((one) => one.total);
    await office.leave();
    return totals;
  };
  const before = await count();
  assert.equal((await server.stop()).code, 0);
  server = await demo(server.data);
  assert.deepEqual(await count(), before);
  assert.doesNotMatch(server.said(), /playing a case/);
});
