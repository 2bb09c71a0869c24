// The database goes away and comes back, is set to lose data, or is an older copy of itself.
import assert from "node:assert/strict";
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { bytes, collect, folder, freePort, postgresOf, refused, run, serve, signIn, station, until } from "./harness.mjs";

const bin = "/usr/lib/postgresql/15/bin";
const skip = existsSync(join(bin, "pg_ctl")) ? false : "needs Debian's postgresql-15";
const work = folder("database");
const cluster = join(work.path, "cluster");
const servers = [];
let port;

after(async () => {
  for (const server of servers) await server.kill();
  if (existsSync(join(cluster, "postmaster.pid"))) await control("stop", "-m", "immediate");
  await until(() => postgresOf(work.path).length === 0, "the database to end", 60);
  work.remove();
});

async function started(...words) {
  const server = await serve(...words);
  servers.push(server);
  return server;
}

/** PostgreSQL refuses to run as root. */
async function asPostgres(program, ...words) {
  const command = [join(bin, program), ...words];
  const done = process.getuid() === 0 ? await run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", ...command], { cwd: "/" }) : await run(command[0], words);
  assert.equal(done.code, 0, command.join(" ") + done.out + done.err);
}

const control = (...words) => asPostgres("pg_ctl", "-w", "-D", cluster, "-l", join(work.path, "postgres.log"), ...words);
const begin = (more = "") => control("-o", `-p ${port} -k '' -c listen_addresses=127.0.0.1 ${more}`, "start");

async function makeCluster() {
  chmodSync(work.path, 0o777);
  port = await freePort();
  await asPostgres("initdb", "-D", cluster, "-U", "postgres", "-A", "trust", "--no-sync");
  await begin();
  await asPostgres("createdb", "-h", "127.0.0.1", "-p", String(port), "-U", "postgres", "liuhen");
}

const url = () => `jdbc:postgresql://127.0.0.1:${port}/liuhen?user=postgres`;

function camera(name, seed, count, size) {
  const at = join(work.path, name);
  mkdirSync(at);
  for (let n = 0; n < count; n++) writeFileSync(join(at, `${n}.bin`), bytes(seed + n, size + n));
  return at;
}

test("a database of the agency's own is killed and comes back while a camera is handed in", { skip }, async () => {
  await makeCluster();
  const server = await started(join(work.path, "external"), ["--demo", "--db", url()]);
  const count = 60;
  const handingIn = collect(server, "SQ", camera("camera", 1, count, 300_000));
  const custodian = await signIn(server, server.user("SQ", "custodian"));
  const total = async () => (await (await custodian("/api/recordings?size=1")).json()).total;
  await until(async () => (await total()) > 3, "some files to be stored");
  await control("stop", "-m", "immediate");
  const away = await station(server, "SQ").send("POST", "/api/uploads", { "Upload-Length": "5", "Upload-Metadata": station(server, "SQ").metadata("away.bin") });
  await refused(away, 503, "database-away");
  await begin();
  const first = await handingIn;
  const end = first.code === 0 ? first : await collect(server, "SQ", join(work.path, "camera"));
  assert.deepEqual([end.code, end.balance], [0, { camera: count, stored: count, failed: 0 }], first.err + end.err + server.log());
  assert.equal(first.code, 0, "a short absence is bridged by the station itself: " + first.err);
  assert.equal(await total(), count, "nothing lost, nothing twice");
  assert.deepEqual(await server.stop(), { code: 0, signal: null });
});

test("a database that may lose what it acknowledged is refused", { skip }, async () => {
  await control("stop", "-m", "fast");
  await begin("-c fsync=off");
  await assert.rejects(serve(join(work.path, "external"), ["--demo", "--db", url()]), /fsync/);
});

test("an older copy of the database is noticed: no writing, but reading, and the desk says why", async () => {
  const data = join(work.path, "data");
  const one = await started(data);
  assert.equal((await collect(one, "SQ", camera("older", 100, 2, 1000))).code, 0);
  await one.stop();
  cpSync(join(data, "postgres"), join(work.path, "older-postgres"), { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  const two = await started(data);
  const newer = await collect(two, "SQ", camera("newer", 200, 2, 1000));
  assert.equal(newer.code, 0, newer.err);
  await two.stop();
  rmSync(join(data, "postgres"), { recursive: true });
  renameSync(join(work.path, "older-postgres"), join(data, "postgres"));

  const three = await started(data);
  const custodian = await signIn(three, three.user("SQ", "custodian"));
  const { ledger } = await (await custodian("/api/desk")).json();
  assert.equal(ledger.state, "stopped", JSON.stringify(ledger));
  assert.ok(ledger.reason && ledger.reasonEn, JSON.stringify(ledger));
  const list = await (await custodian("/api/recordings")).json();
  assert.equal(list.total, 2, "what the older copy has can be read");
  const sq = station(three, "SQ");
  await refused(await sq.patch(await sq.create("refused.bin", 5), 0, "five!"), 503, "writing-stopped");
  assert.equal((await (await custodian("/api/recordings")).json()).total, 2);
  const other = await collect(three, "CL", camera("other agency", 300, 1, 1000));
  assert.equal(other.code, 0, "another agency's ledger goes on: " + other.err);
});
