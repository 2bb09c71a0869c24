// Signed paper through the launcher and a real browser: printed by the server, scanned out of order, sorted; blanks; the PDF by itself.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { axe, calm, launch, look, open } from "../test-pages/browser.mjs";
import { folder, serve, signIn, until } from "./harness.mjs";

const work = folder("papers");
const cannotScan = ["pdftoppm", "pdfunite"].some((tool) => spawnSync(tool, ["-v"]).error) && "poppler-utils is not installed";
const VIEWER_MILLIS = 3000;
const refusedOnce = /status of 4\d\d/;
let server;
let browser;

before(async () => {
  server = await serve(join(work.path, "data"));
  browser = await launch();
});

after(async () => {
  const left = browser?.contexts().flatMap((context) => context.pages()) ?? []; // of tests that failed
  for (const [i, page] of left.entries()) await look(page, `real-paper-left-open-${i}`);
  await browser?.close();
  await server?.stop();
  work.remove();
});

const user = (agency, name) => server.credentials().users.find((one) => one.username === `${agency.toLowerCase()}.${name}`);

/** What an officer's pages would send. */
async function desk(agency, name = "officer1") {
  const call = await signIn(server, user(agency, name));
  const json = async (path, options = {}) => {
    const answer = await call(path, options);
    const text = await answer.text();
    assert.ok(answer.ok, `${path}: ${text}`);
    return text ? JSON.parse(text) : undefined;
  };
  return { call, json, act: (id, act, body) => json(`/api/cases/${id}/acts/${act}`, { method: "POST", body, headers: { "Idempotency-Key": randomUUID() } }) };
}

async function openedCase({ json, act }, subject) {
  const { officers, units } = await json("/api/agency");
  const id = randomUUID();
  const at = new Date(Date.now() - 3_600_000).toISOString();
  await act(id, "open-case", { id, kind: "penalty", procedure: "ordinary", origin: "exOfficio", subject, unit: officers[0].unit ?? units[0].code, handlers: officers.slice(0, 2).map((one) => one.id), at });
  return id;
}

const LONG = "货架上的食品是什么时候进的货？请把进货的时间、数量、单价和供货人逐一说明，并出示有关的单据。";
const moment = (hoursAgo) => ({ is: "time", at: new Date(Date.now() - hoursAgo * 3_600_000).toISOString() });

/** Every required field with something fitting, an inquiry of as many questions as asked for, and locked. */
async function locked({ json, act }, id, template, questions = 1) {
  const form = (await json("/api/templates")).items.find((one) => one.id === template);
  const { officers } = await json("/api/agency");
  const { values } = await json(`/api/cases/${id}/prefill/${template}`);
  const sample = (field) =>
    ({
      time: moment(field.name.startsWith("ended") ? 1 : 2),
      day: { is: "day", day: new Date().toISOString().slice(0, 10) },
      number: { is: "whole", number: 2 },
      choice: { is: "words", words: [field.words?.[0].word] },
      person: { is: "person", person: officers[0].id },
      officers: { is: "officers", people: officers.slice(0, 2).map((one) => one.id) },
      yesNo: { is: "yesNo", yes: true },
      articles: { is: "refs", refs: ["食品安全法第一百二十四条"] },
      dialogue: { is: "dialogue", exchanges: Array.from({ length: questions }, (_, i) => ({ question: `${i + 1}. ${LONG}`, answer: "记不清了，要看进货的单据才知道。" })) },
      items: { is: "rows", rows: [Object.fromEntries((field.columns ?? []).map((column) => [column.name, sample(column)]))] },
    })[field.type] ?? { is: "text", text: "见卷内材料" };
  for (const field of form.fields) if (field.required && !values[field.name]) values[field.name] = sample(field);
  const document = randomUUID();
  await act(id, "draft-document", { document, template, values });
  const { pages } = await json(`/api/cases/${id}/documents/${document}/lock`, { method: "POST", body: {}, headers: { "Idempotency-Key": randomUUID() } });
  return { document, pages };
}

/** The printed pages as pictures of a scanner, one file a page. */
async function scanned({ call }, id, { document }) {
  const at = join(work.path, document);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, "paper.pdf"), Buffer.from(await (await call(`/api/cases/${id}/documents/${document}/paper`)).arrayBuffer()));
  assert.equal(spawnSync("pdftoppm", ["-r", "150", "-gray", "-png", join(at, "paper.pdf"), join(at, "page")]).status, 0);
  return readdirSync(at).filter((name) => name.endsWith(".png")).sort().map((name) => join(at, name));
}

async function signedIn(agency, name) {
  const opened = await open(browser, { home: server.url });
  const { page } = opened;
  await page.goto(`${server.url}/sign-in`);
  await page.fill("input[name=username]", user(agency, name).username);
  await page.fill("input[name=password]", user(agency, name).password);
  await page.click("button[type=submit]");
  await page.waitForURL(`${server.url}/desk`);
  page.setDefaultTimeout(60_000);
  return { ...opened, close: (...allowed) => (calm(opened.troubles, ...allowed), opened.context.close()) };
}

/** Turned by quarters in the browser, as sheets lie on a glass; the bytes of a PNG. */
async function turned(page, path, quarters) {
  const picture = `data:image/png;base64,${readFileSync(path).toString("base64")}`;
  const data = await page.evaluate(
    async ([source, turns]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = turns % 2 ? [image.height, image.width] : [image.width, image.height];
      const pen = canvas.getContext("2d");
      pen.translate(canvas.width / 2, canvas.height / 2);
      pen.rotate((turns * Math.PI) / 2);
      pen.drawImage(image, -image.width / 2, -image.height / 2);
      return canvas.toDataURL("image/png");
    },
    [picture, quarters],
  );
  return Buffer.from(data.split(",")[1], "base64");
}

test("a pile of signed paper sorts itself and is filed only when somebody says so", { skip: cannotScan }, async () => {
  const officer = await desk("SQ");
  const id = await openedCase(officer, "涉嫌经营超过保质期的食品案（扫描归卷）");
  const [long, short] = [await locked(officer, id, "inquiry-record", 30), await locked(officer, id, "inspection-record")];
  const other = await desk("CL");
  const elsewhere = await openedCase(other, "别的机关的案件");
  const foreign = await scanned(other, elsewhere, await locked(other, elsewhere, "inspection-record"));
  const [longPages, shortPages] = [await scanned(officer, id, long), await scanned(officer, id, short)];
  assert.ok(longPages.length >= 3, `${longPages.length} pages`);

  const { page, close } = await signedIn("SQ", "officer1");
  await page.goto(`${server.url}/cases/${id}?tab=documents`);
  await page.click("[data-test=open-pile]");
  const file = (name, buffer) => ({ name, mimeType: "image/png", buffer });
  const pile = [file("blank.png", await turned(page, foreign[0], 0).then(() => readFileSync(foreign[0])))];
  for (const [i, path] of [...longPages].reverse().entries()) if (i !== 1) pile.push(file(`long-${i}.png`, await turned(page, path, i + 1)));
  const paper = join(work.path, "short.pdf"); // several sheets in one PDF, the last first
  spawnSync("pdfunite", [join(work.path, short.document, "paper.pdf"), join(work.path, short.document, "paper.pdf"), paper]);
  pile.push({ name: "short.pdf", mimeType: "application/pdf", buffer: readFileSync(paper) });
  await page.setInputFiles("[data-test=pile-files]", pile);
  await page.waitForSelector("[data-test=pile]");
  await look(page, "real-pile-sorted");
  await axe(page, "real-pile");
  assert.match(await page.innerText("[data-standing=incomplete]"), new RegExp(`缺第 ${longPages.length - 1} 页`));
  assert.match(await page.innerText("[data-standing=notExpected]"), /本案没有这份文书/);
  assert.match(await page.innerText("[data-standing=fits]"), new RegExp(`重复扫描 ${shortPages.length} 页`));
  const scanOf = async (one) => (await officer.json(`/api/cases/${id}/documents/${one.document}`)).scan;
  assert.equal(await scanOf(short), undefined, "sorted, not filed");
  await page.click("[data-test=file-pile]");
  await page.waitForSelector("[data-standing=filed]");
  assert.equal((await scanOf(short)).pages, shortPages.length);
  assert.equal(await scanOf(long), undefined, "with a page missing nothing is filed");

  const missing = longPages.map((path, i) => file(`again-${i}.png`, readFileSync(path)));
  await page.setInputFiles("[data-test=pile-files]", missing);
  await page.click("[data-test=file-pile]");
  await page.waitForSelector("[data-standing=filed]");
  assert.equal((await scanOf(long)).pages, longPages.length);

  await page.setInputFiles("[data-test=pile-files]", [file("扫描.png", Buffer.from("no picture"))]);
  assert.match(await page.innerText("[data-test=refused]"), /第 1 个文件“扫描\.png”：不支持这种文件/);
  await page.setInputFiles("[data-test=pile-files]", [file("空.png", Buffer.alloc(0))]);
  assert.match(await page.innerText("[data-test=pile-wrong]"), /空\.png/);
  const crop = longPages[0]; // the foot with the code is covered
  const covered = spawnSync("pdftoppm", ["-r", "150", "-gray", "-png", "-f", "1", "-l", "1", "-x", "0", "-y", "0", "-W", "1240", "-H", "900", join(crop, "../paper.pdf")], { maxBuffer: 1 << 26 }).stdout;
  await page.setInputFiles("[data-test=pile-files]", [file("covered.png", covered)]);
  await page.waitForSelector("[data-test=foreign]");
  await close(refusedOnce);
});

test("blanks: issued, one used in a document written without a network, one void; never twice", async () => {
  const office = await signedIn("SQ", "office");
  await office.page.goto(`${server.url}/blanks`);
  await office.page.waitForSelector("[data-test=empty]");
  await look(office.page, "real-blanks-none");
  await office.page.selectOption("[data-test=form]", "correction-order");
  await office.page.fill("[data-test=issue] input", "3");
  for (const n of [0, 1]) await office.page.selectOption(`[data-test=issue] select >> nth=${n}`, { index: 0 });
  await office.page.click("[data-test=issue] button");
  await office.page.waitForSelector("[data-test=issue] [role=alert]");
  await office.page.click("[data-test=issue] button");
  await office.page.waitForSelector("[data-number='3'][data-state=out]");
  await look(office.page, "real-blanks-issued");
  const paper = await office.page.request.get(new URL(await office.page.getAttribute("[data-test=print]", "href"), server.url).href);
  assert.equal((await paper.body()).subarray(0, 5).toString(), "%PDF-");
  await office.close();

  const officer = await desk("SQ");
  const id = await openedCase(officer, "责令改正案（空白文书）");
  const { page, close } = await signedIn("SQ", "officer1");
  await page.goto(`${server.url}/cases/${id}`);
  await page.click("[data-test=new-document]");
  await page.check("[data-test=on-blank]");
  await page.click("[data-template=correction-order]");
  await page.selectOption("[data-test=which-blank]", "2");
  await page.click("[data-test=blank] button[type=submit]");
  await page.waitForURL(/documents\//);
  await page.waitForSelector("[data-test=document-form]");
  assert.match(await page.innerText("h1"), /2号/);
  await look(page, "real-blank-used");

  await page.goto(`${server.url}/blanks`);
  await page.selectOption("[data-test=form]", "correction-order");
  await page.waitForSelector("[data-number='2'][data-state=used]");
  await page.click("[data-number='1'] button");
  await page.fill("[data-test=void] textarea", "现场写坏");
  await look(page, "real-blank-void");
  await page.click("[data-test=void] button[type=submit]");
  await page.waitForSelector("[data-number='1'][data-state=voided]");

  const number = (document, body) => officer.call(`/api/cases/${id}/documents/${document}/number`, { method: "POST", body, headers: { "Idempotency-Key": randomUUID() } });
  const second = await locked(officer, id, "correction-order");
  for (const blank of [1, 2, 9]) assert.equal((await number(second.document, { blank })).status, 409, `blank ${blank}`);
  assert.equal((await number(second.document, {})).status, 200);
  assert.match((await officer.json(`/api/cases/${id}/documents/${second.document}`)).number, /4号$/, "after the blanks, none skipped");
  const { given, items } = await officer.json("/api/blanks/correction-order");
  assert.deepEqual([given, items.map((one) => one.state)], [4, ["out", "used", "voided"]]);
  await close(refusedOnce);
});

test("the PDF by itself: saved under its Chinese name, shown in a window of its own, printed with the page", async () => {
  const officer = await desk("SQ");
  const id = await openedCase(officer, "打印文书案");
  const { document, pages } = await locked(officer, id, "inquiry-record", 30);
  const { page, context, close } = await signedIn("SQ", "officer1");
  await page.goto(`${server.url}/cases/${id}/documents/${document}`);
  await page.waitForSelector("[data-drawn] >> nth=2");
  const [saved] = await Promise.all([page.waitForEvent("download"), page.click("[data-test=save-paper]")]);
  assert.equal(saved.suggestedFilename(), "询问笔录.pdf");
  assert.equal(readFileSync(await saved.path()).subarray(0, 5).toString(), "%PDF-");
  const shown = new URL(await page.getAttribute("[data-test=open-paper]", "href"), server.url).href;
  const answer = await page.request.get(shown);
  assert.match(answer.headers()["content-security-policy"], /default-src 'none'.*sandbox/, "nothing in it runs as a page of ours");
  const viewer = await launch({ viewer: true });
  try {
    const alone = await (await viewer.newContext({ storageState: await context.storageState() })).newPage();
    await alone.goto(shown);
    await until(() => alone.frames().some((frame) => frame.url().startsWith("chrome-extension:")), "the browser's viewer");
    await new Promise((drawn) => setTimeout(drawn, VIEWER_MILLIS));
    await look(alone, "real-paper-alone");
    assert.deepEqual(await alone.evaluate(() => document.contentType), "application/pdf");
  } finally {
    await viewer.close();
  }
  const printed = join(work.path, "printed.pdf");
  await page.pdf({ path: printed, preferCSSPageSize: true, printBackground: true });
  const words = spawnSync("pdftotext", [printed, "-"], { encoding: "utf8" });
  if (words.status === 0) {
    assert.equal(words.stdout.includes("签名与印痕"), false, "the paper alone");
    assert.equal(words.stdout.split("\f").length - 1, pages, "each page on a sheet of its own");
  }
  await look(page, "real-paper");
  assert.equal(context.pages().length, 1);
  await close();
});
