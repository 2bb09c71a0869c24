// The disk runs full, becomes read-only, loses its power. A small real file system in a file shows each of them; it needs root.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { bytes, collect, faultDisk, folder, freePort, lh, postgresOf, refused, run, serve, signIn, station, until } from "./harness.mjs";

const MIB = 1 << 20;
const skip = process.getuid?.() !== 0 ? "needs root" : !existsSync(faultDisk) ? "needs a disk that can fail: shared/engines/fault-disk.sh" : false;
const work = folder("disk");
const disks = [];
const servers = [];
const sha256 = (content) => createHash("sha256").update(content).digest("hex");

async function disk(name, size) {
  const at = join(work.path, name);
  const act = async (...words) => {
    const done = await run("bash", [faultDisk, words[0], at, ...words.slice(1)]);
    assert.equal(done.code, 0, words.join(" ") + done.out + done.err);
  };
  disks.push(act);
  await act("make", size);
  return { mnt: join(at, "mnt"), act };
}

async function started(data, port = 0) {
  const server = await serve(data, ["--demo", "--port", String(port)]);
  servers.push(server);
  return server;
}

after(async () => {
  for (const server of servers) await server.kill();
  await until(() => postgresOf(work.path).length === 0, "the database to end", 60);
  for (const act of disks) await act("down");
  work.remove();
});

test("the vault's disk runs full in the middle of an upload, and becomes read-only", { skip }, async (t) => {
  const { mnt, act } = await disk("vault-disk", "192M");
  const data = join(work.path, "data");
  mkdirSync(data);
  mkdirSync(join(mnt, "vault"));
  symlinkSync(join(mnt, "vault"), join(data, "vault"));
  const server = await started(data);
  const sq = station(server, "SQ");
  const finish = async (at, content) => {
    const from = Number((await sq.send("HEAD", at)).headers.get("Upload-Offset"));
    const end = await sq.patch(at, from, content.subarray(from));
    assert.equal(end.status, 204, await end.text());
    assert.equal(end.headers.get("Liuhen-Sha256"), sha256(content));
    return from;
  };

  await t.test("full: 507 with a sentence; with room again it goes on after the last acknowledged byte", async () => {
    const content = bytes(1, 40 * MIB);
    const at = await sq.create("full.bin", content.length);
    assert.equal((await sq.patch(at, 0, content.subarray(0, 8 * MIB))).headers.get("Upload-Offset"), String(8 * MIB));
    await act("fill");
    await refused(await sq.patch(at, 8 * MIB, content.subarray(8 * MIB)), 507, "storage-full");
    await assert.rejects(sq.create("next.bin", MIB), /507.*storage-full/);
    await act("unfill");
    assert.ok((await finish(at, content)) >= 8 * MIB);
  });

  await t.test("full: the station says so, leaves the camera alone, and completes later", async () => {
    const camera = join(work.path, "camera-full");
    mkdirSync(camera);
    for (const n of [1, 2, 3]) writeFileSync(join(camera, `${n}.bin`), bytes(n + 10, MIB));
    await act("fill");
    const full = await collect(server, "SQ", camera);
    assert.equal(full.code, 2, full.out + full.err); // not even the list of the camera could be kept
    assert.match(full.out + full.err, /扩充存储.*add space/);
    assert.equal(readdirSync(camera).length, 3);
    await act("unfill");
    const later = await collect(server, "SQ", camera);
    assert.deepEqual([later.code, later.balance], [0, { camera: 3, stored: 3, failed: 0 }], later.err);
  });

  await t.test("read-only: a 503 with a sentence; writable again it goes on", async () => {
    const content = bytes(2, 2 * MIB);
    const at = await sq.create("read-only.bin", content.length);
    await act("ro");
    try {
      await refused(await sq.patch(at, 0, content), 503, "storage-failed");
      const custodian = await signIn(server, server.user("SQ", "custodian"));
      assert.equal((await custodian("/api/recordings")).status, 200, "reading goes on");
    } finally {
      await act("rw");
    }
    await finish(at, content);
  });

  const sound = await lh(["verify", "--data", data]);
  assert.equal(sound.code, 0, sound.out + sound.err);
});

test("the power is cut under the whole data folder: what was acknowledged is there, the rest goes on", { skip }, async () => {
  const { mnt, act } = await disk("whole-disk", "768M");
  const data = join(mnt, "data");
  const notebook = ["--notebook", join(work.path, "notebook")]; // the station has a disk of its own
  const before = join(work.path, "camera-before");
  const during = join(work.path, "camera-during");
  for (const camera of [before, during]) mkdirSync(camera);
  for (const n of [1, 2, 3, 4]) writeFileSync(join(before, `${n}.bin`), bytes(n, n * 300_000));
  for (const n of [5, 6, 7, 8]) writeFileSync(join(during, `${n}.bin`), bytes(n, 20 * MIB + n));
  const port = await freePort(); // the station knows a store by its address
  const first = await started(data, port);
  first.notebook = notebook[1];
  const kept = await collect(first, "SQ", before);
  assert.equal(kept.code, 0, kept.err);

  const cutShort = collect(first, "SQ", during, ["--patience", "2"]);
  const custodian = await signIn(first, first.user("SQ", "custodian"));
  await until(async () => (await (await custodian("/api/recordings?size=1")).json()).total >= 5, "a file to be stored before the cut");
  await act("cut");
  assert.notEqual((await cutShort).code, 0);
  await first.kill();
  await until(() => postgresOf(data).length === 0, "the database to end", 60);
  await act("back");

  const second = await started(data, port);
  second.notebook = notebook[1];
  const sound = await lh(["verify", "--data", data]);
  assert.equal(sound.code, 0, sound.out + sound.err);
  const after = await collect(second, "SQ", during);
  assert.deepEqual([after.code, after.balance], [0, { camera: 4, stored: 4, failed: 0 }], after.err);
  const again = await collect(second, "SQ", before);
  assert.deepEqual(again.files.map((file) => file.recording).sort(), kept.files.map((file) => file.recording).sort());
  const asked = await signIn(second, second.user("SQ", "custodian"));
  assert.equal((await (await asked("/api/recordings?size=1")).json()).total, 8, "nothing is stored twice");
  assert.deepEqual(await second.stop(), { code: 0, signal: null });
});
