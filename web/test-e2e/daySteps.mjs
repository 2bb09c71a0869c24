// A day on site as the people of an agency click it: cameras and their cards, the station, the desk's pages and the officers' page.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PHONE, open } from "../test-pages/browser.mjs";
import { Office, act, fill } from "./caseSteps.mjs";
import { hasMedia, liuhen, media, until } from "./harness.mjs";

const MINUTE = 60_000;
const DAY = 24 * 60;
/** Begun more than a day before it comes to the station. */
const LATE = -DAY - 2 * 60;
/** In the past, so that three quarters of an hour on site are over when the day begins here. */
export const START = Math.floor(Date.now() / MINUTE) * MINUTE - 60 * MINUTE;
export const moment = (minutes) => new Date(START + minutes * MINUTE);
/** As a field for a moment takes it: the agency's clock. */
export const typed = (minutes) => new Date(START + minutes * MINUTE + 8 * 3_600_000).toISOString().slice(0, 16);

/** What the cameras of the day have on their cards; the same for every agency, for the same minutes are filmed. */
export function films(work) {
  const small = (minutes) => ["-f", "lavfi", "-i", "testsrc=size=64x64:rate=1", "-f", "lavfi", "-i", "sine=sample_rate=8000", "-t", String(minutes * 60), "-pix_fmt", "yuv420p", "-preset", "ultrafast"];
  const real = hasMedia ? ["-i", join(media, "wearable-camera-1.mp4"), "-map", "0:v:0", "-map", "0:a:0", "-c", "copy"] : small(0.2);
  for (const [card, name, from, to, source] of [
    ["card", "MOV_0001.mp4", 3, 8], ["card", "MOV_0002.mp4", 12, 14], ["card", "MOV_0003.mp4", 16, 19.8], ["card", "MOV_0004.mp4", 19.8, 20, real], ["pocket", "LATE_0007.mp4", LATE, LATE + 0.2, real],
  ]) {
    const file = join(work, card, name);
    mkdirSync(dirname(file), { recursive: true });
    const ran = spawnSync("ffmpeg", ["-loglevel", "error", ...(source ?? small(to - from)), "-metadata", `creation_time=${moment(from).toISOString()}`, file]);
    assert.equal(ran.status, 0, String(ran.stderr));
    utimesSync(file, moment(to), moment(to)); // as a camera leaves it: changed last when it stopped
  }
}

const running = new Set();
/** Ends the stations that are left, of days that failed. */
export const undock = () => running.forEach((child) => child.kill("SIGKILL"));

/** `./liuhen station`, with one camera docked and its screen open; its clock is told by a program, as some vendors have one. */
export async function docked(server, agency, docks) {
  const own = join(docks, "../station");
  const rules = join(docks, "../station.yaml");
  writeFileSync(rules, "format: liuhen-station-v1\nclocks:\n  - {tell: [date, -u, '+%Y-%m-%dT%H:%M:%SZ']}\n");
  const child = spawn(liuhen, ["station", docks, "--server", server.url, "--store", own, "--notebook", join(own, "notebook"), "--kiosk", "0", "--rules", rules], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, LIUHEN_TOKEN: server.station(agency).token },
  });
  running.add(child);
  let out = "";
  let err = "";
  child.stdout.on("data", (text) => (out += text));
  child.stderr.on("data", (text) => (err += text));
  const ended = new Promise((done) => child.on("close", () => (running.delete(child), done())));
  const url = await until(() => out.match(/^kiosk: (\S+)$/m)?.[1] ?? (child.exitCode !== null ? assert.fail(err) : undefined), "the screen's address", 120);
  return { url, stop: () => (child.kill("SIGTERM"), ended) };
}

/** One agency's day, in the browsers of its people. */
export class Day {
  constructor(browser, server, agency) {
    Object.assign(this, { browser, server, agency, office: new Office(browser, server, agency), camera: `${agency}-0001`, late: `${agency}-0002` });
  }

  async as(name, path) {
    const desk = await this.office.desk(name);
    if (path) await desk.page.goto(this.server.url + path);
    return desk.page;
  }

  name = async (who) => (await this.office.desk(who)).person;

  /** A button of the page, its form, and the page when the form is gone. */
  async does(page, button, name, values = {}) {
    await (typeof button === "string" ? page.getByRole("button", { name: button, exact: true }) : button).first().click();
    await act(page, name, values);
  }

  /** The custodian hands a camera out, as it was found before use. */
  async checksOut(camera, who, minutes) {
    const page = await this.as("custodian", `/devices/${camera}`);
    await this.does(page, page.locator("[data-test=check-out-device]"), "check-out-device", {
      officer: await this.name(who), at: typed(minutes), purpose: "dailyInspection", "check.battery.percent": "91", "check.storage.freeBytes": "24", "check.clock.accurate": "yes", "check.faultFree": "yes",
      "check.battery.enough": true, "check.storage.enough": true,
    });
    await page.waitForSelector("[data-test=user]");
    assert.match(await page.innerText("[data-test=outings]"), /电量 91%，合格/);
    return page;
  }

  async opens(page, act, place, camera) {
    await page.goto(`${this.server.url}/activities`);
    await page.click("[data-test=open-activity]");
    const names = [await this.name("officer1"), await this.name("officer2")];
    const form = page.locator("[data-act=open-activity]");
    await fill(form, { act, place, officers: names, ...(camera ? { devices: [camera] } : {}) });
    await form.locator("[data-test=submit]").click();
    await page.waitForURL(/activities\/[0-9a-f-]{36}/);
    await page.waitForSelector("[data-test=on-site]");
    return new URL(page.url()).pathname;
  }

  /** Start and end as the officer writes them down in the evening. */
  async lasted(page, from, to) {
    await page.click("[data-test=start]");
    await page.click("[data-test=end]");
    await page.waitForSelector("[data-test=close]");
    await this.does(page, "更正开始时间", "start-activity", { at: typed(from) });
    await this.does(page, "更正结束时间", "end-activity", { at: typed(to) });
  }

  async marks(page, minutes, whom) {
    for (const mark of ["certificateShown", "announced", "introduced"]) {
      const row = page.locator(`[data-mark=${mark}]`);
      if (!(await row.count())) continue;
      await this.does(page, row.getByRole("button"), "mark-moment", { at: typed(minutes), ...(mark === "certificateShown" ? { toWhom: whom } : {}) });
      await row.locator(".done").waitFor();
    }
  }

  /** The officers' page on a phone that the custodian has issued: an act begun and ended by one tap each. */
  async taps(place) {
    const opened = await open(this.browser, { home: this.server.url, viewport: PHONE });
    const { page } = opened;
    page.setDefaultTimeout(30_000);
    const enter = async (who) => {
      const user = this.server.credentials().users.find((one) => one.username === `${this.agency.toLowerCase()}.${who}`);
      await page.fill("input[name=username]", user.username);
      await page.fill("input[name=password]", user.password);
      await page.click("[data-test=sign-in] button");
      await page.waitForSelector("[data-test=sign-in]", { state: "detached" });
    };
    await page.goto(`${this.server.url}/phone`);
    await enter("custodian");
    await page.goto(`${this.server.url}/phone/terminal`);
    await page.selectOption("select[name=device]", `${this.agency}-PH-01`);
    await page.click("[data-test=bind]");
    await page.waitForSelector(`[data-test=terminal] strong:has-text("${this.agency}-PH-01")`);
    await page.click("[data-test=sign-out]");
    await enter("officer1");
    await page.goto(`${this.server.url}/phone/new`);
    await page.selectOption("select[name=act]", "siteInspection");
    await page.fill("input[name=place]", place);
    await page.check(`label:has-text("${await this.name("officer2")}") input`);
    await page.click("[data-test=open]");
    await page.click("[data-test=start]");
    const began = new Date();
    await page.fill("input[name=toWhom]", "店主周某");
    await page.click("[data-test=certificate]");
    await page.click("[data-test=announced]");
    await page.waitForSelector("[data-test=announced].said");
    return { ...opened, began, activity: page.url().split("/").at(-1) };
  }
}
