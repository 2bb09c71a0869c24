// The server and the station die at every named step, as by kill -9, while a camera is handed in. Whoever is left goes on; nothing is lost, nothing twice.
// LIUHEN_SEEDS=1,2,3 chooses other points (six a seed), LIUHEN_ALL_POINTS=1 takes them all.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { bytes, collect, folder, freePort, lh, postgresOf, serve, signIn, until } from "./harness.mjs";

const MIB = 1 << 20;
const UPLOAD = ["after-create", "after-write", "before-sync", "after-sync", "after-seal", "before-append", "after-append", "before-answer"];
const VAULT = [ // without after-truncate, which only a wrong checksum reaches
  "after-begin", "after-write", "before-sync", "between-syncs", "after-sync", "before-seal-sync", "after-seal-sync", "after-description-written", "after-note",
  "after-description", "before-rename", "after-rename", "before-folder-sync", "after-folder-sync", "after-seal",
];
const LEDGER = [
  "ENTRIES_INSERTED", "ENTRIES_COMMITTED", "TILES_WRITTEN", "SIGNED", "CHECKPOINT_KEPT", "CHECKPOINT_PUBLISHED", "CHECKPOINT_INSERTED",
];
const STATION = [
  "LISTED", "LISTING_KEPT", "HAND_IN_NOTED", "HAND_IN_OPENED", "SENDING_NOTED", "UPLOAD_CREATED", "CHUNK_SENT", "UPLOAD_ENDED", "SEALED_NOTED",
  "RECEIPT_FETCHED", "RECEIPT_KEPT", "STORED_NOTED", "BALANCE_SENT", "BALANCE_NOTED",
];
/** How often a camera of ours passes a step at least; where it is not once a file. */
const PASSED = {
  "LISTED": 1, "LISTING_KEPT": 1, "HAND_IN_NOTED": 1, "HAND_IN_OPENED": 1, "BALANCE_SENT": 1, "BALANCE_NOTED": 1,
  ...Object.fromEntries(LEDGER.map((step) => [step, 2])), // the opening, then files
};
const FILES_MIN = 5;
const POINTS_A_SEED = 6;

/** A generator of numbers below n that a seed repeats. */
function dice(seed) {
  let at = 0;
  const stream = bytes(seed, 1 << 16);
  return (below) => stream.readUInt32LE((at += 4)) % below;
}

const all = [
  ...UPLOAD.map((step) => ({ who: "server", step, flag: `-Dliuhen.fault=${step}` })),
  ...VAULT.map((step) => ({ who: "server", step, flag: `-Dliuhen.vault.fault=${step}` })),
  ...LEDGER.map((step) => ({ who: "server", step, flag: `-Dliuhen.fault=${step}` })),
  ...STATION.map((step) => ({ who: "station", step, flag: `-Dliuhen.fault=${step}` })),
];

/** What this run tries: [{who, step, flag, n, roll}]. */
function chosen() {
  const seeds = (process.env.LIUHEN_SEEDS ?? "20260302").split(",").map(Number);
  return seeds.flatMap((seed) => {
    const roll = dice(seed);
    const rest = [...all];
    const count = process.env.LIUHEN_ALL_POINTS ? all.length : POINTS_A_SEED;
    return Array.from({ length: count }, () => {
      const point = rest.splice(process.env.LIUHEN_ALL_POINTS ? 0 : roll(rest.length), 1)[0];
      return { ...point, n: 1 + roll(PASSED[point.step] ?? FILES_MIN), patient: roll(2) === 0, seed: seed * 1000 + roll(1000) };
    });
  });
}

const work = folder("faults");
const data = join(work.path, "data");
let server;
let port;

const start = async (flags) => {
  server = await serve(data, ["--demo", "--port", String(port)], flags ? { LIUHEN_JAVA_FLAGS: flags } : {});
};

before(async () => {
  port = await freePort();
  await start();
  await server.stop();
  server = undefined;
});

afterEach(async () => {
  await server?.kill(); // only after a failure: the next test starts its own
  server = undefined;
});

after(async () => {
  await until(() => postgresOf(data).length === 0, "the database to end with its server", 60);
  work.remove();
});

const sha256 = (content) => createHash("sha256").update(content).digest("hex");

/** A camera with an empty file, small ones, equal ones and one of several pieces; {folder, files: Map(path → sha256)}. */
function camera(name, seed) {
  const at = join(work.path, name);
  mkdirSync(join(at, "DCIM/.隐藏"), { recursive: true });
  const contents = new Map([
    ["空.mp4", Buffer.alloc(0)],
    ["DCIM/a.bin", bytes(seed, 100_001)],
    ["DCIM/.隐藏/a.bin", bytes(seed, 100_001)],
    ["DCIM/b.bin", bytes(seed + 1, MIB)],
    ["DCIM/c.bin", bytes(seed + 2, 2 * MIB + 1)],
    ["DCIM/d.bin", bytes(seed + 3, 17 * MIB + 3)],
    ["DCIM/e.bin", bytes(seed + 4, 9)],
    ["DCIM/f.bin", bytes(seed + 5, 65_536)],
  ]);
  for (const [path, content] of contents) writeFileSync(join(at, path), content);
  return { folder: at, files: new Map([...contents].map(([path, content]) => [path, sha256(content)])) };
}

/** Each file is stored, listed and shown as one recording, and the whole folder is sound. */
async function whole(handedIn, files) {
  assert.equal(handedIn.code, 0, handedIn.err + server.log());
  assert.deepEqual(handedIn.balance, { camera: files.size, stored: files.size, failed: 0 });
  assert.deepEqual(new Map(handedIn.files.map((file) => [file.path, file.sha256])), files);
  const custodian = await signIn(server, server.user("SQ", "custodian"));
  const shown = new Set();
  for (const file of handedIn.files) {
    const recording = await (await custodian(`/api/recordings/${file.recording}`)).json();
    assert.equal(recording.sha256, file.sha256, file.path);
    assert.equal(recording.path, file.path);
    shown.add(recording.handIn);
  }
  assert.equal(shown.size, 1, "one camera, one hand-in");
  const handIn = await (await custodian(`/api/hand-ins/${[...shown][0]}?size=100`)).json();
  assert.equal(handIn.balanced, true);
  assert.deepEqual(new Set(handIn.files.map((file) => file.state)), new Set(["stored"]));
  const list = await (await custodian("/api/recordings?size=1")).json();
  assert.equal(list.total, (stored += files.size), "every file is stored exactly once, of all cameras so far");
  assert.deepEqual(readdirSync(join(data, "vault/SQ/intake")), [], "nothing half-written is left");
  const probing = async () => (await (await custodian("/api/desk")).json()).probing;
  await until(async () => (await probing()).pending === 0, "the probes to end: their events would reach the next test's step first");
  const sound = await lh(["verify", "--data", data]);
  assert.equal(sound.code, 0, sound.out + sound.err);
}

let stored = 0;

for (const [number, point] of chosen().entries()) {
  const { who, step, flag, n, patient, seed } = point;
  test(`${who} dies at ${step}, time ${n}${who === "server" && patient ? ", the station waits for it" : ""}`, async () => {
    const { folder: at, files } = camera(`camera-${number}`, seed);
    try {
      await start(who === "server" ? `${flag}:${n}` : undefined);
    } catch (error) { // a ledger signs what was left to sign as soon as it opens: then the step comes before anything is served
      if (who !== "server" || !/"code":(86|137)/.test(String(error))) throw error;
      await start();
      await whole(await collect(server, "SQ", at), files);
      await server.stop();
      server = undefined;
      return;
    }
    const first = collect(server, "SQ", at, patient ? [] : ["--patience", "2"], who === "station" ? { LIUHEN_JAVA_FLAGS: `${flag}:${n}` } : {});
    let handedIn;
    if (who === "server") {
      const ended = await Promise.race([server.ended, first.then((one) => assert.fail(`${step} was never reached: ${one.out}${one.err}`))]);
      assert.ok([86, 137].includes(ended.code), JSON.stringify(ended));
      await start();
      const waited = await first;
      handedIn = patient ? waited : await collect(server, "SQ", at);
    } else {
      const died = await first;
      assert.equal(died.code, 137, `${step} was never reached: ${died.out}${died.err}`);
      handedIn = await collect(server, "SQ", at);
    }
    await whole(handedIn, files);
    await server.stop();
    server = undefined;
  });
}

test("the database ends with a server that is killed", async () => {
  await start();
  if (existsSync("/proc/self/cmdline")) assert.notEqual(postgresOf(data).length, 0);
  await server.kill();
  await until(() => postgresOf(data).length === 0, "the database to end with its server", 10);
  await start();
  await server.stop();
  server = undefined;
  assert.deepEqual(postgresOf(data), []);
});
