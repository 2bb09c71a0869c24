// The main job, from camera to proof, on the real server, station and verifier.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync, openSync, writeSync, closeSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { collect, folder, hasMedia, lh, media, serve, signIn } from "./harness.mjs";

const work = folder("main-job");
const camera = join(work.path, "camera");
let server;

before(async () => {
  mkdirSync(join(camera, "DCIM/100VIDEO"), { recursive: true });
  mkdirSync(join(camera, ".hidden"));
  if (hasMedia) for (const name of readdirSync(media)) copyFileSync(join(media, name), join(camera, "DCIM/100VIDEO", name));
  writeFileSync(join(camera, "DCIM/空文件.mp4"), "");
  writeFileSync(join(camera, ".hidden/设备日志.txt"), "开机 08:00\n");
  writeFileSync(join(camera, "DCIM/same.bin"), "the same bytes");
  writeFileSync(join(camera, ".hidden/same.bin"), "the same bytes");
  server = await serve(join(work.path, "data"));
});

after(async () => {
  if (server) assert.deepEqual(await server.stop(), { code: 0, signal: null });
  work.remove();
});

const sha256 = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");

test("the credentials file has the promised shape and only its owner can read it", () => {
  const { users, stations } = server.credentials();
  for (const agency of ["SQ", "CL", "LX", "WD", "AJ"]) {
    assert.ok(users.some((user) => user.agency === agency && user.username && user.password && user.roles.length));
    assert.ok(stations.some((station) => station.agency === agency && station.unit && station.device && station.token));
  }
  assert.equal(statSync(join(server.data, "demo/credentials.json")).mode & 0o777, 0o600);
});

let handedIn;

test("every file of a camera is handed in, and the books balance", async () => {
  handedIn = await collect(server, "SQ", camera);
  assert.equal(handedIn.code, 0, handedIn.err);
  const count = hasMedia ? readdirSync(media).length + 4 : 4;
  assert.deepEqual(handedIn.balance, { camera: count, stored: count, failed: 0 });
  for (const file of handedIn.files) {
    assert.equal(file.sha256, sha256(join(camera, file.path)), file.path);
    assert.equal(file.size, statSync(join(camera, file.path)).size);
    assert.equal(file.state, "stored");
    assert.match(file.recording, /^[0-9a-f-]{36}$/);
    assert.ok(Number.isInteger(file.leafIndex));
  }
});

test("a second collect sends nothing again and still balances", async () => {
  const again = await collect(server, "SQ", camera);
  assert.equal(again.code, 0, again.err);
  assert.deepEqual(again.files.map((f) => f.recording).sort(), handedIn.files.map((f) => f.recording).sort());
});

test("a bundle is exported and verified offline; a changed byte is found", async () => {
  const custodian = server.user("SQ", "custodian");
  const passwordFile = join(work.path, "password");
  writeFileSync(passwordFile, custodian.password, { mode: 0o600 });
  const file = handedIn.files.find((f) => f.path.endsWith("same.bin"));
  const to = join(work.path, "bundles");
  const exported = await lh(["export", file.recording, "--to", to, "--server", server.url, "--user", custodian.username, "--password-file", passwordFile]);
  assert.equal(exported.code, 0, exported.out + exported.err);
  const bundle = join(to, file.recording);
  assert.equal(sha256(join(bundle, "original/same.bin")), file.sha256);
  const valid = await lh(["verify", bundle, "--trust", server.trust]);
  assert.equal(valid.code, 0, valid.out + valid.err);
  const unknown = await lh(["verify", bundle]);
  assert.equal(unknown.code, 3, unknown.out + unknown.err);
  writeFileSync(join(bundle, "original/same.bin"), "the same bytex");
  const altered = await lh(["verify", bundle, "--trust", server.trust, "--json"]);
  assert.equal(altered.code, 1);
  assert.match(altered.out, /E08/);
});

test("a file is verified with its receipt alone", async () => {
  const officer = await signIn(server, server.user("SQ", "officer"));
  const file = handedIn.files.find((f) => f.path.endsWith("same.bin"));
  const answer = await officer(`/api/recordings/${file.recording}/receipt?wait=5`);
  assert.equal(answer.status, 200);
  writeFileSync(join(work.path, "same.bin"), "the same bytes");
  writeFileSync(join(work.path, "same.bin.receipt"), Buffer.from(await answer.arrayBuffer()));
  const valid = await lh(["verify", join(work.path, "same.bin"), "--trust", server.trust]);
  assert.equal(valid.code, 0, valid.out + valid.err);
});

test("clearing removes only what is proven, and says who confirmed it", async () => {
  writeFileSync(join(camera, "arrived later.txt"), "not handed in");
  const station = server.station("SQ");
  const cleared = await lh(
    ["clear", camera, "--confirm", "王保管", "--server", server.url, "--device", station.device, "--notebook", server.notebook],
    { LIUHEN_TOKEN: station.token },
  );
  assert.equal(cleared.code, 1, cleared.out + cleared.err); // something was kept
  assert.ok(existsSync(join(camera, "arrived later.txt")));
  assert.ok(!existsSync(join(camera, "DCIM/same.bin")));
});

test("the whole data folder is sound; a flipped bit in the vault is found", async () => {
  const sound = await lh(["verify", "--data", server.data]);
  assert.equal(sound.code, 0, sound.out + sound.err);
  const hex = createHash("sha256").update("the same bytes").digest("hex");
  const object = join(server.data, "vault/SQ/objects", hex.slice(0, 2), hex.slice(2, 4), hex);
  assert.equal(readFileSync(object, "utf8"), "the same bytes");
  const handle = openSync(object, "r+");
  writeSync(handle, "T", 0);
  closeSync(handle);
  const hurt = await lh(["verify", "--data", server.data, "--json"]);
  assert.equal(hurt.code, 1, hurt.out + hurt.err);
  assert.match(hurt.out, /E23/);
  const mend = openSync(object, "r+");
  writeSync(mend, "t", 0);
  closeSync(mend);
});
