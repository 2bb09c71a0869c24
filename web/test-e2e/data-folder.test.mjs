// `liuhen verify --data` on a real data folder: sound while the server runs, sound when it is stopped, and each way of tampering has its code.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { collect, folder, home, lh, serve } from "./harness.mjs";

const work = folder("data-folder");
const camera = join(work.path, "camera");
const data = join(work.path, "data");
const ledger = join(data, "ledger/SQ");
const FILES = 40;
let java;
let database;

before(async () => {
  mkdirSync(camera);
  for (let i = 0; i < FILES; i++) writeFileSync(join(camera, `${i}.txt`), `file ${i}`);
});

after(async () => {
  if (database) await database.close();
  work.remove();
});

/** What the verifier says of the data folder: {code, faults, lines, err}. */
async function verify(extra = [], env = {}) {
  const { code, out, err } = await lh(["verify", "--data", data, "--json", ...extra], env);
  const lines = out.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
  return { code, err, lines, faults: lines.find((line) => line.verdict)?.verdict.faults, journal: lines.filter((line) => line.check === "journal") };
}

function assertSound(result) {
  assert.equal(result.code, 0, JSON.stringify(result.lines.filter((line) => line.result === "failed")) + result.err);
  assert.ok(result.journal.length > 0 && result.journal.every((line) => line.result === "passed"), JSON.stringify(result.journal));
}

async function assertFaults(expected, extra, env) {
  const result = await verify(extra, env);
  assert.deepEqual(result.faults, expected, JSON.stringify(result.lines.filter((line) => line.result === "failed")) + result.err);
  assert.equal(result.code, 1);
}

/** Starts the database of the stopped folder: {url, sql(statement), close()}. */
async function open() {
  const child = spawn(java, ["-cp", join(home, "cli/target/lib/*"), join(home, "web/test-e2e/JournalDatabase.java"), join(data, "postgres")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => (await answers.next()).value;
  const url = (await next())?.replace(/^url /, "");
  assert.ok(url, "the database did not start");
  return {
    url,
    sql: async (statement) => {
      child.stdin.write(`${statement.replaceAll(/\s+/g, " ")}\n`);
      assert.equal(await next(), "ok", statement);
    },
    close: () => new Promise((done) => (child.on("close", done), child.stdin.end())),
  };
}

test("a folder that is no data folder is told so", async () => {
  const result = await lh(["verify", "--data", camera]);
  assert.equal(result.code, 2);
  assert.match(result.err, /不是留痕的数据文件夹.*not a data folder/s);
});

test("while the server takes in a camera the folder is sound at every moment", async () => {
  const server = await serve(data);
  java = readlinkSync(`/proc/${server.child.pid}/exe`);
  const collecting = collect(server, "SQ", camera);
  let ended = false;
  collecting.then(() => (ended = true));
  while (!ended) assertSound(await verify());
  const handedIn = await collecting;
  assert.equal(handedIn.code, 0, handedIn.err);
  assert.deepEqual(handedIn.balance, { camera: FILES, stored: FILES, failed: 0 });
  const settled = await verify();
  assertSound(settled);
  assert.ok(settled.journal.some((line) => Number(line.subject.match(/^SQ: (\d+) events$/)?.[1]) > FILES), JSON.stringify(settled.journal));
  await server.stop();
});

test("the folder of a stopped server is sound; its database is started for the check and stopped again", async () => {
  assertSound(await verify());
  database = await open(); // possible only if nobody runs it
});

test("another PostgreSQL is read with --db, by the user that can only read", async () => {
  const [, password] = readFileSync(join(data, "keys/database"), "utf8").match(/^liuhen_reader=(.*)$/m);
  const url = `${database.url}&user=liuhen_reader`;
  assertSound(await verify(["--db", url], { PGPASSWORD: password }));
  const file = join(work.path, "reader.password");
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  assertSound(await verify(["--db", url, "--db-password-file", file]));
  const refused = await verify(["--db", url], { PGPASSWORD: "wrong" });
  assert.equal(refused.code, 2);
  assert.match(refused.err, /日志库无法读取/);
});

const one = "(select min(position) from event where type = 'RecordingHandedIn')";
const json = "convert_from(leaf, 'UTF8')";

for (const [what, code, tamper, mend] of [
  ["a byte of a payload", "E06", `update payload set bytes = set_byte(bytes, 60, get_byte(bytes, 60) # 1) where event = ${one}`],
  ["a byte of a salt", "E06", `update payload set salt = set_byte(salt, 0, get_byte(salt, 0) # 1) where event = ${one}`],
  ["a payload that is gone without an event that destroyed it", "E06", `delete from payload where event = ${one}`],
  ["an event that is gone", "E19", `delete from event where position = ${one}`],
  [
    "an event that was slipped in, long ago",
    "E20",
    `insert into event (agency, stream, version, type, type_version, recorded_at, leaf)
     select agency, stream, 900, type, type_version, '2020-01-01T00:00:00Z', convert_to(regexp_replace(regexp_replace(${json},
     '"recordedAt":"[^"]*"', '"recordedAt":"2020-01-01T00:00:00.000Z"'), '"version":1}', '"version":900}'), 'UTF8') from event where position = ${one}`,
  ],
  ["a leaf that says another time", "E21", `update event set leaf = convert_to(regexp_replace(${json}, '"recordedAt":"20..', '"recordedAt":"2019'), 'UTF8') where position = ${one}`],
  ["a leaf that is none", "E21", `update event set leaf = 'x' where position = ${one}`],
  ["a leaf of another stream", "E21", `update event set leaf = (select leaf from event where position = ${one} + 1) where position = ${one}`],
  ["a column that says otherwise than its leaf", "E21", `update event set agency = 'CL' where position = ${one}`],
]) {
  test(`${what}: ${code}`, async () => {
    await database.sql("create temp table kept_event as select * from event");
    await database.sql("create temp table kept_payload as select * from payload");
    await database.sql(tamper);
    try {
      await assertFaults([code]);
    } finally {
      for (const table of ["event", "payload"]) {
        await database.sql(`truncate ${table} cascade`);
        await database.sql(`insert into ${table} ${table === "event" ? "overriding system value" : ""} select * from kept_${table}`);
        await database.sql(`drop table kept_${table}`);
      }
    }
  });
}

/** Runs with a file changed, and puts it back. */
async function changed(file, change, action) {
  const aside = join(work.path, `${basename(file)}.aside`);
  copyFileSync(file, aside);
  try {
    change(file);
    await action();
  } finally {
    renameSync(aside, file);
  }
}

const flip = (at) => (file) => {
  const bytes = readFileSync(file);
  bytes[at] ^= 1;
  chmodSync(file, 0o600);
  writeFileSync(file, bytes);
};

test("an object that is gone: E22", async () => {
  const hex = createHash("sha256").update("file 7").digest("hex");
  const object = join(data, "vault/SQ/objects", hex.slice(0, 2), hex.slice(2, 4), hex);
  await changed(object, rmSync, () => changed(`${object}.about`, rmSync, () => assertFaults(["E22"])));
});

test("a byte of a hash tile, of an entry: E12, E14", async () => {
  const partial = (folder) => join(folder, readdirSync(folder).sort((a, b) => a - b).at(-1));
  await changed(partial(join(ledger, "tile/0/000.p")), flip(70), () => assertFaults(["E12"]));
  await changed(partial(join(ledger, "tile/entries/000.p")), flip(70), () => assertFaults(["E14"]));
});

test("a checkpoint that was put back: E11", async () => {
  const earlier = join(ledger, "checkpoints", readdirSync(join(ledger, "checkpoints")).sort().at(-2));
  await changed(join(ledger, "checkpoint"), (file) => copyFileSync(earlier, file), async () => {
    const { code, faults } = await verify();
    assert.equal(code, 1);
    // what the older checkpoint does not cover is unlogged once it is a minute old
    assert.deepEqual(faults.filter((fault) => fault !== "E20"), ["E11"]);
  });
});

test("everything put back, the folder is sound", async () => {
  assertSound(await verify());
  await database.close();
  database = undefined;
  assertSound(await verify());
});
