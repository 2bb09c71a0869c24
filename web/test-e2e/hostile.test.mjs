// What cameras really hold, and worse: everything is stored as it is, or named with a reason, and the server stays well.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { bytes, collect, folder, hasMedia, lh, media, run, serve, signIn, until } from "./harness.mjs";

const work = folder("hostile");
let server;
let custodian;

before(async () => {
  server = await serve(join(work.path, "data"));
  custodian = await signIn(server, server.user("SQ", "custodian"));
});

after(async () => {
  if (server) assert.deepEqual(await server.stop(), { code: 0, signal: null });
  work.remove();
});

const sha256 = (content) => createHash("sha256").update(content).digest("hex");

function camera(name) {
  const at = join(work.path, name);
  mkdirSync(at);
  return at;
}

async function json(path) {
  const answer = await custodian(path);
  assert.equal(answer.status, 200, path);
  return answer.json();
}

/** The recording, when its probe is over. */
const probed = (recording) =>
  until(async () => {
    const detail = await json(`/api/recordings/${recording}`);
    return detail.probe === "pending" ? undefined : detail;
  }, `the probe of ${recording}`, 120);

test("files that are not what they seem are stored as they are, and their pages say what is known", async () => {
  const at = camera("seeming");
  const contents = {
    "text.mp4": "这不是录像\n",
    "empty.mp4": "",
    "zeros.avi": Buffer.alloc(70_000),
    "chance.mp4": bytes(1, 500_000),
    "head-only.mp4": Buffer.concat([Buffer.from([0, 0, 0, 0x20]), Buffer.from("ftypisom"), bytes(2, 64)]),
    "endless-box.mp4": Buffer.concat([Buffer.from([0, 0, 0, 1]), Buffer.from("mdat"), Buffer.alloc(8, 0xff), bytes(3, 4096)]),
    "page.html.mp4": "<script>alert(1)</script>",
    "concat.ffconcat": "ffconcat version 1.0\nfile /etc/passwd\n",
    "playlist.m3u8": "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n",
  };
  if (hasMedia) {
    const whole = readFileSync(join(media, "wearable-camera-1.mp4"));
    contents["truncated.mp4"] = whole.subarray(0, whole.length / 2);
    contents["headless.mp4"] = whole.subarray(4096);
    contents["whole.txt"] = whole;
  }
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(at, name), content);
  const { code, files, err } = await collect(server, "SQ", at);
  assert.equal(code, 0, err);
  assert.equal(files.length, Object.keys(contents).length);
  for (const file of files) {
    assert.equal(file.sha256, sha256(contents[file.path]), file.path);
    const detail = await probed(file.recording);
    assert.equal(detail.name, file.path);
    assert.ok(["done", "failed"].includes(detail.probe), file.path);
    if (detail.probe === "failed") assert.ok(detail.notProbed.reason, `${file.path}: ${JSON.stringify(detail.notProbed)}`);
    assert.doesNotMatch(JSON.stringify(detail), /root:/, "nothing of this machine comes in by a playlist");
    assert.doesNotMatch(detail.mediaType, /html/);
  }
});

test("a file that grew after it was empty is another recording, and the first one stays", async () => {
  const at = camera("grown");
  writeFileSync(join(at, "late.bin"), "");
  const empty = (await collect(server, "SQ", at)).files[0];
  writeFileSync(join(at, "late.bin"), "grown");
  const grown = await collect(server, "SQ", at);
  assert.equal(grown.code, 0, grown.err);
  assert.equal(grown.files[0].sha256, sha256("grown"));
  assert.notEqual(grown.files[0].recording, empty.recording);
  assert.equal((await json(`/api/recordings/${empty.recording}`)).sizeBytes, 0);
});

test("a file that changes while it is read is named, not stored half", async () => {
  const at = camera("changing");
  writeFileSync(join(at, "growing.bin"), bytes(4, 30 << 20));
  writeFileSync(join(at, "quiet.bin"), "quiet");
  const writing = setInterval(() => appendFileSync(join(at, "growing.bin"), "more"), 5);
  let during;
  try {
    during = await collect(server, "SQ", at);
  } finally {
    clearInterval(writing);
  }
  assert.equal(during.code, 1, during.out + during.err);
  assert.equal(during.balance.failed, 1);
  assert.equal(during.files.find((file) => file.path === "quiet.bin").state, "stored");
  const named = during.files.find((file) => file.path === "growing.bin");
  assert.notEqual(named?.state, "stored");
  assert.match(during.out + during.err, /变化|changing/);
  const rest = await collect(server, "SQ", at);
  assert.equal(rest.code, 0, "once it rests it is stored: " + rest.err);
  assert.equal(rest.files.find((file) => file.path === "growing.bin").sha256, sha256(readFileSync(join(at, "growing.bin"))));
});

test("links are named, never followed", async () => {
  const at = camera("links");
  writeFileSync(join(at, "real.bin"), "real");
  symlinkSync("/etc/passwd", join(at, "link.mp4"));
  const { code, balance, out, err } = await collect(server, "SQ", at);
  assert.equal(code, 1, out + err);
  assert.deepEqual(balance, { camera: 2, stored: 1, failed: 1 });
  assert.match(out + err, /link\.mp4/);
});

test("clocks years off, forwards and backwards, stop nothing and are kept", async () => {
  for (const [name, year, clock] of [["past", 1980, "1999-12-31T23:59:59+08:00"], ["future", 2099, "2099-01-01T00:00:00+08:00"]]) {
    const at = camera(name);
    writeFileSync(join(at, "a.bin"), name);
    utimesSync(join(at, "a.bin"), new Date(`${year}-06-01T00:00:00Z`), new Date(`${year}-06-01T00:00:00Z`));
    const { code, files, err } = await collect(server, "SQ", at, ["--camera-clock", clock]);
    assert.equal(code, 0, err);
    const detail = await json(`/api/recordings/${files[0].recording}`);
    assert.equal(new Date(detail.modifiedAt).getUTCFullYear(), year, "as the camera says it");
    const yearsOff = detail.clock.offsetMillis / (365.25 * 24 * 3600 * 1000);
    assert.ok(Math.abs(yearsOff) > 20, JSON.stringify(detail.clock));
    assert.ok(Math.abs(Date.now() - Date.parse(detail.recordedAt)) < 600_000, "our own time is ours");
  }
});

test("the same file twice and two files of one name are four recordings", async () => {
  const at = camera("same");
  for (const [path, content] of [["1/a.bin", "one"], ["2/a.bin", "two"], ["3/b.bin", "same"], ["4/c.bin", "same"]]) {
    mkdirSync(join(at, path.split("/")[0]));
    writeFileSync(join(at, path), content);
  }
  const { code, files, err } = await collect(server, "SQ", at);
  assert.equal(code, 0, err);
  assert.equal(new Set(files.map((file) => file.recording)).size, 4);
  assert.equal(new Set(files.map((file) => file.sha256)).size, 3);
});

test("a name of 255 bytes in GBK is kept byte for byte", async () => {
  const at = camera("gbk");
  const name = Buffer.concat([Buffer.alloc(250, Buffer.from([0xd6, 0xb4])), Buffer.from("x.mp4")]); // 执执执…x.mp4
  assert.equal(name.length, 255);
  writeFileSync(Buffer.concat([Buffer.from(`${at}/`), name]), "named in GBK");
  const { code, files, err } = await collect(server, "SQ", at);
  assert.equal(code, 0, err);
  const detail = await json(`/api/recordings/${files[0].recording}`);
  assert.equal(Buffer.from(detail.nameBytes, "base64").toString("hex"), name.toString("hex"));
  assert.ok(detail.name.length > 0 && !detail.name.includes("/"));
});

test("names that only a program can write are kept, and shown without doing anything", async () => {
  const at = camera("names");
  const names = ["line\nbreak.mp4", "tab\t.mp4", "-rf", " spaces ", "..mp4", "%41%0A.mp4", "quote\"'\\.mp4", "\u202Egpj.exe", "\u{1F3A5}.mp4", `${"长".repeat(83)}ab.mp4`];
  assert.equal(Buffer.byteLength(names.at(-1)), 255);
  for (const name of names) writeFileSync(join(at, name), `named ${names.indexOf(name)}`);
  const { code, files, err, out } = await collect(server, "SQ", at);
  assert.equal(code, 0, err + out);
  assert.equal(files.length, names.length);
  for (const file of files) {
    const detail = await json(`/api/recordings/${file.recording}`);
    const raw = Buffer.from(detail.nameBytes, "base64").toString();
    assert.ok(names.includes(raw), raw);
    assert.equal(file.sha256, sha256(`named ${names.indexOf(raw)}`), raw);
    assert.doesNotMatch(detail.name + detail.path, /[\u0000-\u001f\u202E]/u, "no control characters reach a page");
  }
});

test("links that lead around in circles are named, and nothing behind them is read", async () => {
  const at = camera("circles");
  writeFileSync(join(at, "real.bin"), "real");
  symlinkSync(".", join(at, "self"));
  symlinkSync("two", join(at, "one"));
  symlinkSync("one", join(at, "two"));
  const { code, balance, out, err } = await collect(server, "SQ", at);
  assert.equal(code, 1, out + err);
  assert.deepEqual(balance, { camera: 4, stored: 1, failed: 3 });
});

test("a card whose times no calendar prints, write-protected, is collected, and clearing keeps it and says why", async (t) => {
  const at = camera("protected");
  const mounted = await run("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", at]);
  if (mounted.code !== 0) return t.skip("may not mount a card here");
  try {
    for (const [name, seconds] of [["far.bin", 300_000_000_000], ["before.bin", -70_000_000_000], ["next-year.bin", Math.round(Date.now() / 1000) + 31_557_600]]) {
      writeFileSync(join(at, name), name);
      utimesSync(join(at, name), seconds, seconds);
    }
    assert.equal((await run("mount", ["-o", "remount,ro", at])).code, 0);
    const { code, balance, out, err } = await collect(server, "SQ", at);
    assert.equal(code, 0, out + err);
    assert.deepEqual(balance, { camera: 3, stored: 3, failed: 0 });
    const station = server.station("SQ");
    const cleared = await lh(["clear", at, "--confirm", "王保管", "--notebook", server.notebook, "--json"], { LIUHEN_TOKEN: station.token });
    assert.equal(cleared.code, 1, cleared.out + cleared.err);
    assert.equal(cleared.out.match(/"reason":"read-only"/g)?.length, 3, cleared.out);
    const custody = await json(`/api/recordings/${(await collect(server, "SQ", at)).files[0].recording}/custody`);
    assert.ok(!custody.items.some((item) => item.type === "CameraFileCleared"), "what was not removed is not on record as removed");
  } finally {
    assert.equal((await run("umount", [at])).code, 0);
  }
});

test("two thousand tiny files on one card", async (t) => {
  const at = camera("many");
  const count = 2000;
  for (let n = 0; n < count; n++) writeFileSync(join(at, `${n}.txt`), `file ${n}`);
  const begun = Date.now();
  const { code, balance, err } = await collect(server, "SQ", at);
  const seconds = (Date.now() - begun) / 1000;
  t.diagnostic(`${count} files in ${seconds.toFixed(1)} s: ${(count / seconds).toFixed(0)} files/s`);
  assert.deepEqual([code, balance], [0, { camera: count, stored: count, failed: 0 }], err);
});

test("after all this the server is well and its folder sound", async () => {
  const { management } = JSON.parse(readFileSync(join(server.data, "serve.json"), "utf8"));
  const health = await fetch(`${management}/actuator/health`);
  assert.deepEqual((await health.json()).status, "UP");
  const desk = await json("/api/desk");
  assert.equal(desk.ledger.state, "writing");
  const sound = await lh(["verify", "--data", server.data]);
  assert.equal(sound.code, 0, sound.out + sound.err);
});
