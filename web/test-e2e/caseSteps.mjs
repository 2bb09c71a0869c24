// Cases as people run them in the browser: who signs in, what they type and click, and what the page has to show then.
import assert from "node:assert/strict";
import { calm, open } from "../test-pages/browser.mjs";

/** As the agency's clocks show it, for a field of day or time. */
const wallClock = (millis) => new Date(millis + 8 * 3_600_000).toISOString();
export const minutesAgo = (minutes) => wallClock(Date.now() - minutes * 60_000).slice(0, 16);
export const today = (daysOn = 0) => wallClock(Date.now() + daysOn * 86_400_000).slice(0, 10);

export const api = (page, path) => page.evaluate((at) => fetch(at).then((answer) => answer.json()), path);
/** Neither gone nor explained and accepted, and more than a line of a report. */
export const stands = (finding) => !["cleared", "accepted"].includes(finding.state) && finding.severity !== "report";
const button = (within, name) => within.getByRole("button", { name, exact: true });
const startsWith = (text) => new RegExp(`^\\s*${text}`);

/** The people of one agency, each signed in once in a browser of their own and kept so for all its cases. */
export class Office {
  #known = new Map();

  constructor(browser, server, agency) {
    Object.assign(this, { browser, server, agency });
  }

  /** The page of somebody who is signed in, the name by which the program knows them, and how to leave. */
  async desk(name) {
    if (!this.#known.has(name)) this.#known.set(name, await this.#signedIn(name));
    return this.#known.get(name);
  }

  async #signedIn(name) {
    const { url } = this.server;
    const { page, context, troubles } = await open(this.browser, { home: url });
    const user = this.server.credentials().users.find((one) => one.username === `${this.agency.toLowerCase()}.${name}`);
    await page.goto(`${url}/sign-in`);
    await page.fill("input[name=username]", user.username);
    await page.fill("input[name=password]", user.password);
    await page.click("button[type=submit]");
    await page.waitForURL(`${url}/desk`);
    page.setDefaultTimeout(20_000);
    return { page, context, troubles, person: (await api(page, "/api/session")).person.name };
  }

  /** Nothing on anybody's console that was not provoked. */
  calm(...allowed) {
    for (const { troubles } of this.#known.values()) calm(troubles.splice(0), ...allowed);
  }

  async leave(...allowed) {
    this.calm(...allowed);
    for (const { context } of this.#known.values()) await context.close();
    this.#known.clear();
  }
}

/**
 * Fills a form as a person does: words of a list are ticked by their labels, rows added and filled, a choice is made by its word or by
 * how its label begins, everything else is typed.
 */
export async function fill(form, values) {
  for (const [name, value] of Object.entries(values)) {
    const at = form.locator(`[data-field="${name}"]`).first();
    if (Array.isArray(value)) await fillList(at, value);
    else await fillOne(at.locator("select, textarea, input").first(), value);
  }
}

async function fillList(at, values) {
  const rows = at.locator("ol > li, tbody > tr");
  for (const value of values) {
    if (typeof value === "string") {
      await at.getByLabel(value, { exact: true }).check();
      continue;
    }
    const before = await rows.count();
    await button(at, "加一行").click();
    await fill(rows.nth(before), value);
  }
}

async function fillOne(control, value) {
  if (typeof value === "boolean") return control.setChecked(value);
  if ((await control.evaluate((element) => element.tagName)) !== "SELECT") return control.fill(value);
  const label = await control.evaluate((element, begins) => {
    const options = [...element.options];
    return (options.find((option) => option.value === begins) ?? options.find((option) => option.label.trim().startsWith(begins)))?.value;
  }, value);
  assert.ok(label, `nothing to choose that is or begins with ${value}`);
  await control.selectOption(label);
}

const FINAL = new Set(["end-case", "complete-service", "sign-statement", "close-activity", "receive-list"]);
/** Fills in the open form of an act and sends it, twice where it asks whether that is meant. */
export async function act(page, name, values = {}) {
  const form = page.locator(`[data-act=${name}]`);
  await fill(form, values);
  const submit = form.locator("[data-test=submit]");
  await submit.click();
  if (FINAL.has(name)) await submit.click();
  const said = form.locator("[data-test=refused], [data-test=unfilled]");
  await Promise.race([form.waitFor({ state: "detached" }), said.waitFor()]);
  if (await said.count()) assert.fail(`${name}: ${await said.innerText()}`);
}

const STEPS = { 承办机构负责人: "head", 法制审核: "legal", 机关负责人: "leader" };
const OFFICIAL = ["执法人员", "记录人", "承办人", "送达人"];

/** A case in the hands of its first officer. Each step ends when the page shows what has become of it. */
export class CaseRun {
  /** Opens it from the list, as `values` of the form say, with both officers as handlers and a party to come. */
  static async open(office, party, values) {
    const [{ page, person }, { person: second }] = [await office.desk("officer1"), await office.desk("officer2")];
    await page.goto(`${office.server.url}/cases`);
    await page.click("[data-test=open-case]");
    await act(page, "open-case", { at: minutesAgo(120), handlers: [second], ...values });
    await page.waitForURL(/cases\/[0-9a-f-]{36}/);
    await page.waitForSelector("[data-test=timeline]");
    return new CaseRun(office, page, [person, second], party);
  }

  constructor(office, page, officers, party) {
    Object.assign(this, { office, page, officers, party, at: page.url().split("?")[0] });
  }

  /** The case as the server tells it. */
  file() {
    return api(this.page, this.at.replace(this.office.server.url, "/api"));
  }

  /** Turns to a part of the case's page, from wherever its officer is. */
  async tab(name) {
    const { page } = this;
    if (page.url().includes("/documents/")) await page.click(`main a[href="${new URL(this.at).pathname}"]`);
    await page.click(`#tab-${name}`);
    await page.waitForSelector(`#tab-panel[aria-labelledby=tab-${name}] > *`);
  }

  /** Clicks the button of an act and fills in its form. */
  async does(name, label, values, within = this.page) {
    await button(within, label).first().click();
    await act(this.page, name, values);
  }

  async enters(...stages) {
    for (const stage of stages) await this.does("enter-stage", "进入阶段", { stage });
  }

  /** Who it is about, what it came from, and that both officers showed who they are. */
  async begins(source) {
    const { kind, name, identityNumber, representative, address } = this.party;
    await this.tab("people");
    await this.does("name-party", "登记当事人", {
      "party.kind": kind, "party.name": name, "party.identityNumber": identityNumber, ...(representative ? { "party.representative": representative } : {}), "party.address": address,
    });
    if (source) await this.does("state-source", "登记来源", { "source.on": today(), ...source });
    await this.does("show-certificates", "记录出示证件", { toWhom: this.signer, how: "出示证件原件" });
  }

  /** Who signs for the party. */
  get signer() {
    return this.party.representative ?? this.party.name;
  }

  /** A new document from the library, filled in and locked; its page stays open. */
  async writes(template, values, { preview = false } = {}) {
    const { page } = this;
    await this.tab("documents");
    await page.click("[data-test=new-document]");
    await page.click(`[data-template=${template}]`);
    await page.waitForURL(/documents\//);
    await fill(page.locator("[data-test=document-form]"), values);
    await page.waitForSelector("[data-test=saved-at]");
    if (preview) {
      await page.click("[data-test=preview]");
      await page.waitForSelector("[data-test=paper]");
    }
    await page.click("[data-test=lock]");
    await page.waitForSelector("[data-test=finalise]");
    return page.url();
  }

  /** Signs by hand on the pad. */
  async signs(values, page = this.page) {
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

  /** Who still has to sign, as the page says it: the word for the capacity, and how many. */
  async #missing(page) {
    const lines = await page.locator("[data-test=marks] .places li").allInnerTexts();
    return lines.map((line) => ({ line: line.trim(), ...line.match(/^\s*(?<as>\S+)还须签名（(?<n>\d+) 人）/).groups }));
  }

  /** Everybody signs whom the page names, but those who are left out: officers on the one tablet that goes round. */
  async signed({ without = [], page = this.page } = {}) {
    for (const { as, n } of await this.#missing(page)) {
      if (without.includes(as)) continue;
      for (let left = Number(n); left > 0; left--) {
        const nth = as === "记录人" ? 1 : Number(n) - left;
        await this.signs(OFFICIAL.includes(as) ? { as, officer: this.officers[nth] } : { as, name: this.signer }, page);
        await page.locator("[data-test=marks] .places li", { hasText: `${as}还须签名（${left} 人）` }).waitFor({ state: "detached" });
      }
    }
  }

  /** The number of the agency's series, where the document has one. */
  async numbered() {
    await this.page.waitForSelector("[data-test=finalise]");
    if (!(await button(this.page, "编号").count())) return;
    await button(this.page, "编号").click();
    await this.page.waitForSelector("h1 .mono");
  }

  /** A mark across the pages, where the page offers it. */
  async markedAcross() {
    const { page } = this;
    if (!(await button(page, "骑缝捺印盖章").count())) return;
    await button(page, "骑缝捺印盖章").click();
    const mark = await page.locator("[data-act=mark-across-pages] legend").first().screenshot(); // any picture will do
    await page.setInputFiles("[data-act=mark-across-pages] input[type=file]", { name: "mark.png", mimeType: "image/png", buffer: mark });
    await page.waitForSelector("[data-act=mark-across-pages] .mono");
    await act(page, "mark-across-pages");
  }

  async sealed() {
    const { page } = this;
    if (!(await button(page, "盖章签发").count())) return;
    await button(page, "盖章签发").click();
    await page.click("[data-test=document-acts] form button[type=submit]");
    await page.locator("[data-test=marks]", { hasText: "已盖章" }).waitFor();
  }

  /** Asks for the final state, and says what the page answers: nothing, or what is missing. */
  async asksFinal() {
    const { page } = this;
    await page.click("[data-test=finalise]");
    await page.click("[data-test=finalise]");
    const refused = page.locator("[data-test=document-acts] [data-test=refused]");
    await Promise.race([page.locator("[data-test=finalise]").waitFor({ state: "detached" }), refused.waitFor()]);
    return (await refused.count()) ? refused.innerText() : undefined;
  }

  /** Whatever the page still offers for the open document, up to its final state. */
  async finishes() {
    await this.numbered();
    await this.signed();
    await this.markedAcross();
    await this.sealed();
    const refused = await this.asksFinal();
    assert.equal(refused, undefined);
  }

  /** A recording of the agency's own, found in the list and filed to the case, as what that document or kind of act looked like. */
  async files(values) {
    const { page } = this;
    await this.tab("recordings");
    await button(page, "归入音像记录").click();
    await page.locator("[data-act=file-recording] [data-field=recording] option", { hasText: "录像" }).first().waitFor({ state: "attached" });
    await act(page, "file-recording", { recording: "录像", ...values });
    await page.waitForSelector("#tab-panel tbody tr");
  }

  /** Points the fact of the open document to where it can be seen: lines of a document, else seconds of the recording on file. */
  async supports(document, lines) {
    const { page } = this;
    await page.locator("[data-test=supports] .fact", { has: page.locator(".warn") }).getByRole("button").first().click();
    const form = page.locator("[data-act=support-fact]");
    await button(form, document ? "加一份文书" : "加一段音像").click();
    const row = form.locator("li").last();
    await fillOne(row.locator("select"), document ?? "录像");
    if (document) await row.locator("input").fill(lines);
    else for (const [i, second] of ["0", "5"].entries()) await row.locator("input").nth(i).fill(second);
    await act(page, "support-fact");
    await page.locator("[data-test=supports] .banner").waitFor({ state: "detached" });
  }

  /** Sent up the route that the page shows; everybody on it agrees, each at their own desk. */
  async approved(matter, document, proposal) {
    const { page } = this;
    await this.tab("approvals");
    await this.does("request-approval", "送审", { matter, document, ...Object.fromEntries(Object.entries(proposal).map(([name, text]) => [`proposal.${name}`, text])) });
    const route = page.locator("#tab-panel section", { has: page.locator(".route .warn") }).locator(".route li");
    await route.first().waitFor();
    for (const step of await route.allInnerTexts()) {
      const { page: theirs } = await this.office.desk(STEPS[step.split("·")[0].trim()]);
      await theirs.goto(`${this.at}?tab=approvals`);
      await button(theirs, "签署意见").click();
      await act(theirs, "give-opinion", { verdict: "agreed", opinion: "同意。" });
    }
    await page.reload();
    await page.waitForSelector("#tab-panel > *");
  }

  /** Every right on the page: told and answered; or not applicable, where `ground` of its name gives one. */
  async rights(ground = () => undefined) {
    await this.tab("people");
    const rows = this.page.locator(".right");
    for (let i = 0; i < (await rows.count()); i++) {
      const row = rows.nth(i);
      const why = ground(await row.locator("strong").innerText());
      if (why) {
        await this.does("except-right", "不适用", { ground: why }, row);
        await button(row, "不适用").waitFor({ state: "detached" });
        continue;
      }
      await this.does("tell-right", "告知", { manner: "现场口头告知" }, row);
      await this.does("record-response", "记录回应", { response: "waived" }, row);
      await button(row, "记录回应").waitFor({ state: "detached" });
    }
  }

  /** Declares, item by item of a stage's table, that there is nothing to record; nothing where the agency has no table. */
  async declares(stage, declaration, ground = "本案情节简单，没有这一项。") {
    await this.tab("checklist");
    const open = this.page.locator(`[data-stage=${stage}] tr[data-standing=open]`);
    const items = await open.evaluateAll((all) => all.map((row) => row.dataset.item));
    for (const item of items) {
      await button(this.page.locator(`[data-stage=${stage}] tr[data-item=${item}]`), /^声明/).click();
      await act(this.page, "declare-item", { declaration, ground });
      await this.page.waitForSelector(`[data-stage=${stage}] tr[data-item=${item}]:not([data-standing=open])`);
    }
    return items;
  }

  /** Handed to the party, who signs for it; whatever is issued and waits goes along. */
  async serves() {
    const { page } = this;
    await this.tab("service");
    await page.click("[data-test=new-service]");
    const people = [["server", this.officers[0]], ["recipient", this.signer]];
    await act(page, "record-service", {
      "facts.signatures": people.map(([as, name]) => ({ as, name, kind: "signature", on: today() })),
      "facts.recipient": this.signer, "facts.at": minutesAgo(0), "facts.server": this.officers[0],
    });
    await this.does("complete-service", "送达完成", {});
    await button(page, "送达完成").waitFor({ state: "detached" });
  }

  async performed(what, amount) {
    await this.tab("measures");
    await this.does("set-performance-due", "定履行期限", { due: today(15), what });
    await this.does("record-performance", "记录履行", { kind: "缴纳罚款", amount, status: "full" });
  }

  /** Ends it; then it has ended so by the server's word, nothing blocks, and every document is final and printed. */
  async ends(ground, remark) {
    const { page } = this;
    await this.tab("documents");
    await page.click("[data-test=act-end-case]");
    await act(page, "end-case", { ground, ...(remark ? { remark } : {}) });
    await page.waitForSelector("[data-test=act-end-case]", { state: "detached" });
    await page.locator(".el-overlay:visible").waitFor({ state: "detached" }); // the dialog has faded out
    const file = await this.file();
    assert.deepEqual([file.status.is, file.status.ground], ["ended", ground]);
    assert.deepEqual(file.findings.filter((one) => stands(one) && one.severity === "block").map((one) => one.what), []);
    assert.deepEqual(file.blocks.end.filter((one) => one.blocks), []);
    for (const document of file.documents) {
      assert.equal(document.phase.is, "final", document.title);
      assert.ok(document.served || !document.mustBeServed, `${document.title} is not served`);
      await printed(page, `${this.at}/documents/${document.id}`);
    }
    return file;
  }
}

/** The paper on the page is drawn, for whoever takes its picture. */
export const drawn = (page) => page.waitForSelector("[data-test=paper] canvas[data-drawn]");

/** The document of that page is there as a PDF. */
export async function printed(page, at) {
  const { origin, pathname } = new URL(at);
  const answer = await page.request.get(`${origin}/api${pathname}/paper`);
  assert.equal(answer.status(), 200);
  assert.equal((await answer.body()).subarray(0, 5).toString(), "%PDF-");
}
