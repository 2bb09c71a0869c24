// The station and its store when the store moves, is not there, or has to prove over TLS who it is.
import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { collect, folder, freePort, lh, run, serve, signIn } from "./harness.mjs";

const work = folder("station");
const data = join(work.path, "data");
const camera = join(work.path, "camera");
let server;
let handedIn;

before(async () => {
  mkdirSync(join(camera, "DCIM"), { recursive: true });
  for (const name of ["a.mp4", "b.mp4", "c.mp4"]) writeFileSync(join(camera, "DCIM", name), `bytes of ${name}`);
  server = await serve(data);
});

after(async () => {
  if (server) assert.deepEqual(await server.stop(), { code: 0, signal: null });
  work.remove();
});

async function total() {
  const custodian = await signIn(server, server.user("SQ", "custodian"));
  return (await (await custodian("/api/recordings")).json()).total;
}

const ids = (collected) => collected.files.map((file) => file.recording).sort();

test("a store that comes back at another port is the same store: nothing is sent again", async () => {
  handedIn = await collect(server, "SQ", camera);
  assert.equal(handedIn.code, 0, handedIn.err);
  const before = { url: server.url, total: await total() };
  await server.stop();
  server = await serve(data, ["--demo", "--port", String(await freePort())]);
  assert.notEqual(server.url, before.url);
  const again = await collect(server, "SQ", camera);
  assert.equal(again.code, 0, again.err);
  assert.deepEqual(again.balance, { camera: 3, stored: 3, failed: 0 });
  assert.deepEqual(ids(again), ids(handedIn));
  assert.equal(await total(), before.total);
});

test("what is new goes to it at its new address, and clearing needs no address", async () => {
  writeFileSync(join(camera, "later.mp4"), "later");
  const more = await collect(server, "SQ", camera);
  assert.deepEqual([more.code, more.files.length], [0, 4], more.err);
  assert.equal(await total(), 4);
  const station = server.station("SQ");
  const cleared = await lh(["clear", join(camera, "DCIM"), "--confirm", "王保管", "--notebook", server.notebook], { LIUHEN_TOKEN: station.token });
  assert.equal(cleared.code, 1, "paths below another folder are not known: " + cleared.out);
  const all = await lh(["clear", camera, "--confirm", "王保管", "--notebook", server.notebook], { LIUHEN_TOKEN: station.token });
  assert.equal(all.code, 0, all.out + all.err);
  assert.ok(!existsSync(join(camera, "DCIM/a.mp4")));
});

test("a server that is not there is said within seconds", async () => {
  const at = join(work.path, "unreached");
  mkdirSync(at);
  writeFileSync(join(at, "a.mp4"), "a");
  const begun = Date.now();
  const nobody = { ...server, url: `http://127.0.0.1:${await freePort()}` };
  const { code, err, out } = await collect(nobody, "SQ", at);
  assert.equal(code, 2, out + err);
  assert.match(err.trimEnd().split("\n").at(-1), /连接不上.*was not reached/);
  assert.ok(Date.now() - begun < 15_000, `${Date.now() - begun} ms`);
});

test("over TLS the station and the export take the agency's authority, and no other", async () => {
  await server.stop();
  server = await serve(data, ["--demo", "--tls"]);
  assert.match(server.url, /^https:/);
  const ca = join(data, "tls/ca.crt");
  const wrong = join(work.path, "wrong.crt");
  const made = await run("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=Somebody", "-days", "2",
    "-keyout", join(work.path, "wrong.key"), "-out", wrong]);
  assert.equal(made.code, 0, made.err);
  const at = join(work.path, "tls-camera");
  mkdirSync(at);
  writeFileSync(join(at, "a.mp4"), "over TLS");

  const begun = Date.now();
  for (const [extra, sentence] of [[[], /用 --ca 给出.*with --ca/], [["--ca", wrong], /不是由 --ca .* 签发.*not signed by --ca/]]) {
    const { code, err, out } = await collect(server, "SQ", at, extra);
    assert.equal(code, 2, out + err);
    assert.match(err, sentence);
    assert.equal(out, "", "nothing was handed in");
  }
  assert.ok(Date.now() - begun < 20_000, "a proof that fails is not waited for");
  const garbage = join(work.path, "garbage.crt");
  writeFileSync(garbage, "no certificate\n");
  for (const file of [garbage, join(work.path, "none.crt")]) {
    const { code, err } = await collect(server, "SQ", at, ["--ca", file]);
    assert.equal(code, 2);
    assert.match(err, /--ca .*tls\/ca\.crt/);
  }
  const plain = await collect({ ...server, url: server.url.replace("https", "http") }, "SQ", at);
  assert.equal(plain.code, 2, plain.out + plain.err);

  const handed = await collect(server, "SQ", at, ["--ca", ca]);
  assert.equal(handed.code, 0, handed.err);

  const custodian = server.user("SQ", "custodian");
  const passwordFile = join(work.path, "password");
  writeFileSync(passwordFile, custodian.password, { mode: 0o600 });
  const recording = handed.files[0].recording;
  const exporting = (to, extra) => lh(["export", recording, "--to", join(work.path, to), "--server", server.url, "--user", custodian.username,
    "--password-file", passwordFile, ...extra]);
  const without = await exporting("none", []);
  assert.equal(without.code, 2);
  assert.match(without.err, /用 --ca 给出.*with --ca/);
  assert.equal((await exporting("none", ["--ca", wrong])).code, 2);
  assert.ok(!existsSync(join(work.path, "none")), "nothing is left behind");
  const exported = await exporting("bundles", ["--ca", ca, "--trust", server.trust]);
  assert.equal(exported.code, 0, exported.out + exported.err);
  const bundle = join(work.path, "bundles", recording);
  assert.equal(readFileSync(join(bundle, "original/a.mp4"), "utf8"), "over TLS");
  const valid = await lh(["verify", bundle, "--trust", server.trust]);
  assert.equal(valid.code, 0, valid.out + valid.err);

  const own = await lh(["export", recording, "--to", join(work.path, "own"), "--data", data]);
  assert.equal(own.code, 0, "on the server's machine its own authority is known: " + own.out + own.err);

  copyFileSync(join(at, "a.mp4"), join(work.path, "kept"));
  const cleared = await lh(["clear", at, "--confirm", "王保管", "--notebook", server.notebook, "--ca", ca], { LIUHEN_TOKEN: server.station("SQ").token });
  assert.equal(cleared.code, 0, cleared.out + cleared.err);
});
