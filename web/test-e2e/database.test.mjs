// The database goes away and comes back, is set to lose data, or is an older copy of itself.
import assert from "node:assert/strict";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { bytes, collect, folder, freePort, lh, postgresOf, refused, run, serve, signIn, station, until } from "./harness.mjs";

const bin = "/usr/lib/postgresql/15/bin";
const skip = existsSync(join(bin, "pg_ctl")) ? false : "needs Debian's postgresql-15";
const work = folder("database");
const cluster = join(work.path, "cluster");
const servers = [];
let port;
let address;

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

/** What the management port says: {status, components}. */
async function health(server) {
  const { management } = JSON.parse(readFileSync(join(server.data, "serve.json"), "utf8"));
  return (await fetch(`${management}/actuator/health`)).json();
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
  const down = await health(server);
  assert.deepEqual([down.status, down.components.db.status], ["DOWN", "DOWN"], JSON.stringify(down));
  assert.match(down.components.db.details.reason, /数据库无法连接.*The database cannot be reached/);
  await begin();
  await until(async () => (await health(server)).status === "UP", "the health to be up again");
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
  address = ["--demo", "--port", String(await freePort())]; // a station knows a server by its address
  const one = await started(data, address);
  assert.equal((await collect(one, "SQ", camera("older", 100, 2, 1000))).code, 0);
  // the month of hand-overs begins by itself, soon; begun after the copy was made, it would close that agency's ledger, too
  const office = await signIn(one, one.user("AJ", "office"));
  await until(async () => (await (await office("/api/hand-overs")).json()).specialists.length > 0, "the month of AJ to begin");
  // so would the count of its units' equipment, which the program makes in one go
  const custodians = await Promise.all(["SQ", "CL", "LX", "WD", "AJ"].map((code) => signIn(one, one.user(code, "custodian"))));
  const counted = () => Promise.all(custodians.map(async (ask) => (await (await ask("/api/units/equipment")).json()).units.length));
  let [last, since] = ["", Date.now()];
  await until(async () => {
    const now = await counted();
    if (String(now) !== last) [last, since] = [String(now), Date.now()];
    return now.every((n) => n > 0) && Date.now() - since > 3000;
  }, "the units to be counted");
  await one.stop();
  cpSync(join(data, "postgres"), join(work.path, "older-postgres"), { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  const two = await started(data, address);
  const newer = await collect(two, "SQ", camera("newer", 200, 2, 1000));
  assert.equal(newer.code, 0, newer.err);
  await two.stop();
  rmSync(join(data, "postgres"), { recursive: true });
  renameSync(join(work.path, "older-postgres"), join(data, "postgres"));

  const three = await started(data, address);
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
  await three.stop();
});

const newOrigin = (...words) => lh(["init", "--data", join(work.path, "data"), "--new-origin", "SQ", ...words]);
const why = ["--by", "王管理", "--reason", "数据库只能恢复到前一天"];
const files = (at) => readdirSync(at, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

test("nothing can be restored: the ledger is closed, and writing goes on in a new one that names it", async () => {
  const data = join(work.path, "data");
  const { installation } = JSON.parse(readFileSync(join(data, "liuhen.json"), "utf8"));
  const origin = `${installation}/SQ`;
  const before = new Map(files(join(data, "ledger/SQ")).map((file) => [file, readFileSync(file)]));
  const head = readFileSync(join(data, "ledger/SQ/checkpoint"), "utf8").split("\n");

  const other = await newOrigin("--confirm", `${installation}/CL`, ...why);
  assert.equal(other.code, 2);
  assert.match(other.err, new RegExp(`--confirm ${origin}`));
  assert.equal((await newOrigin("--confirm", origin, "--by", "王管理")).code, 2, "a reason is needed");
  assert.ok(!existsSync(join(data, "ledger/SQ/2")));
  const opened = await newOrigin("--confirm", origin, ...why);
  assert.equal(opened.code, 0, opened.err);
  assert.match(opened.out, new RegExp(`${origin}/2`));
  for (const [file, bytes] of before) assert.deepEqual(readFileSync(file), bytes, file);
  assert.equal((await newOrigin("--confirm", `${origin}/2`, ...why)).code, 2, "a ledger that writes is not closed");

  const server = await started(data, address);
  const up = await health(server);
  assert.equal(up.status, "UP", JSON.stringify(up));
  const custodian = await signIn(server, server.user("SQ", "custodian"));
  const { ledger } = await (await custodian("/api/desk")).json();
  assert.deepEqual([ledger.state, ledger.origin], ["writing", `${origin}/2`]);
  const text = async (path) => (await fetch(server.url + path)).text();
  assert.deepEqual((await text("/ledger/SQ/checkpoint")).split("\n"), head);
  assert.match(await text("/ledger/SQ/2/checkpoint"), new RegExp(`^${origin}/2\n`));
  const entries = await text(`/ledger/SQ/2/tile/entries/000.p/${(await text("/ledger/SQ/2/checkpoint")).split("\n")[1]}`);
  assert.match(entries.slice(0, 600), /"type":"OriginOpened"/);

  const later = camera("after", 400, 1, 1000);
  const untold = await collect(server, "SQ", later);
  assert.notEqual(untold.code, 0, "a station does not believe a new ledger by itself");
  assert.match(untold.err, /--trust/);
  const told = await collect(server, "SQ", later, ["--trust", server.trust]);
  assert.equal(told.code, 0, told.err);
  assert.equal((await collect(server, "SQ", camera("much later", 500, 1, 1000))).code, 0, "once told, it goes on by itself");
  const again = await collect(server, "SQ", join(work.path, "newer"));
  assert.equal(again.code, 0, "what was lost is handed in once more: " + again.err);

  const list = await (await custodian("/api/recordings?size=50")).json();
  assert.equal(list.total, 2 + 2 + 2);
  const oldest = list.items.at(-1);
  const receipt = join(work.path, "old.receipt");
  writeFileSync(receipt, Buffer.from(await (await custodian(`/api/recordings/${oldest.id}/receipt`)).arrayBuffer()));
  const vkeys = await text("/ledger/SQ/vkey");
  writeFileSync(join(work.path, "old.vkeys"), vkeys.split("\n").filter((line) => line.startsWith(`${origin}+`)).join("\n"));
  assert.match(readFileSync(receipt, "utf8"), new RegExp(`\n${origin}\n`), "what the closed ledger has is proven by it");
  const bundle = await lh(["export", oldest.id, "--to", join(work.path, "bundles"), "--data", data]);
  assert.equal(bundle.code, 0, "its chain goes on in the new ledger: " + bundle.out + bundle.err);
  const running = await lh(["verify", "--data", data]);
  assert.equal(running.code, 0, running.out + running.err);
  await server.stop();
  const stopped = await lh(["verify", "--data", data]);
  assert.equal(stopped.code, 0, stopped.out + stopped.err);
  assert.match(stopped.out, /此账本已关闭/);
  const proven = await lh(["verify", join(work.path, "older", oldest.name), "--receipt", receipt, "--trust", join(work.path, "old.vkeys")]);
  assert.equal(proven.code, 0, proven.out + proven.err);
});
