// The upload protocol as strangers' clients speak it: the real tus-js-client against the real server.
import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Upload } from "tus-js-client";
import { bytes, folder, freePort, lh, serve, until } from "./harness.mjs";

const MIB = 1 << 20;
const work = folder("tus");
let server;
let port;

before(async () => {
  port = await freePort();
  server = await serve(join(work.path, "data"), ["--demo", "--port", String(port)]);
});

after(async () => {
  if (server) assert.deepEqual(await server.stop(), { code: 0, signal: null });
  work.remove();
});

const restart = async () => (server = await serve(join(work.path, "data"), ["--demo", "--port", String(port)]));
const sha256 = (buffer) => createHash("sha256").update(buffer).digest("hex");
const bearer = () => ({ Authorization: `Bearer ${server.station("SQ").token}` });
const metadata = (name) => ({ filename: name, device: server.station("SQ").device, key: randomUUID() });
const encoded = (pairs) => Object.entries(pairs).map(([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`).join(",");

/** Speaks tus without a client, for what a client would never do. */
const raw = (method, path, headers = {}, body = undefined) =>
  fetch(new URL(path, server.url), { method, body, headers: { "Tus-Resumable": "1.0.0", ...bearer(), ...headers } });

/**
 * An upload by tus-js-client: {upload, done, sent, accepted()}. `sent` has a line for every PATCH that began, `accepted()` is what the server last
 * answered, `done` is the answer to the last byte.
 */
function begin(content, name, options = {}) {
  const sent = [];
  let accepted = 0;
  let last;
  const progress = { upload: undefined, sent, accepted: () => accepted };
  progress.done = new Promise((done, failed) => {
    progress.upload = new Upload(content, {
      endpoint: `${server.url}/api/uploads`,
      headers: bearer(),
      metadata: metadata(name),
      retryDelays: [200, 500, 1000, 2000, 4000, 8000, 8000, 8000, 8000, 8000],
      onBeforeRequest: (request) => {
        if (request.getMethod() === "PATCH") sent.push(Number(request.getHeader("Upload-Offset")));
      },
      onAfterResponse: (_, response) => {
        last = response;
      },
      onChunkComplete: (_, bytesAccepted) => {
        accepted = bytesAccepted;
        options.chunk?.(bytesAccepted, progress);
      },
      onError: failed,
      onSuccess: () => done({ recording: last.getHeader("Liuhen-Recording"), sha256: last.getHeader("Liuhen-Sha256") }),
      ...options.client,
    });
  });
  progress.done.catch(() => {}); // each test awaits it, or means it to fail
  progress.upload.start();
  return progress;
}

/** The bytes are proven to be the agency's recording, by the verifier that needs no server. */
async function proven(content, answer, name) {
  assert.equal(answer.sha256, sha256(content), name);
  const receipt = await raw("GET", `/api/recordings/${answer.recording}/receipt?wait=10`);
  assert.equal(receipt.status, 200, name);
  const file = join(work.path, name);
  writeFileSync(file, content);
  writeFileSync(`${file}.receipt`, Buffer.from(await receipt.arrayBuffer()));
  const verified = await lh(["verify", file, "--trust", server.trust]);
  assert.equal(verified.code, 0, name + verified.out + verified.err);
}

test("a file is uploaded in one piece and proven", async () => {
  const content = bytes(1, 3 * MIB + 17);
  const { done, sent } = begin(content, "one-piece.bin");
  await proven(content, await done, "one-piece.bin");
  assert.deepEqual(sent, [0]);
});

for (const [chunkSize, size] of [[64 << 10, 300_001], [MIB, 3 * MIB], [5 * MIB + 3, 16 * MIB]]) {
  test(`pieces of ${chunkSize} bytes`, async () => {
    const content = bytes(chunkSize, size);
    const { done, sent } = begin(content, `pieces-${chunkSize}.bin`, { client: { chunkSize } });
    assert.equal((await done).sha256, sha256(content));
    assert.deepEqual(sent, Array.from({ length: Math.ceil(size / chunkSize) }, (_, n) => n * chunkSize));
  });
}

test("the metadata of a creation that carries bytes arrives too", async () => {
  const content = bytes(2, MIB);
  const { done } = begin(content, "随创建上传.bin", { client: { uploadDataDuringCreation: true } });
  await proven(content, await done, "随创建上传.bin");
});

test("an upload that was stopped goes on where it stood", async () => {
  const content = bytes(3, 24 * MIB);
  let stopped;
  const first = begin(content, "stopped.bin", {
    client: {
      chunkSize: 4 * MIB,
      onProgress: (begun) => {
        if (begun > 10 * MIB) stopped ??= first.upload.abort(); // in the middle of a piece: the connection breaks
      },
    },
  });
  await until(() => stopped !== undefined, "the upload to be stopped");
  await stopped;
  const acknowledged = first.accepted();
  const second = begin(content, "stopped.bin", { client: { chunkSize: 4 * MIB, uploadUrl: first.upload.url } });
  await proven(content, await second.done, "stopped.bin");
  assert.ok(second.sent[0] >= acknowledged, `${second.sent[0]} is sent again, ${acknowledged} was acknowledged`);
});

for (const how of ["stop", "kill"]) {
  test(`an upload survives that the server ${how === "stop" ? "is stopped" : "is killed"}; nothing acknowledged is sent again`, async () => {
    const content = bytes(how.length, 20 * MIB + 5);
    let ended;
    let acknowledged;
    const { done, sent } = begin(content, `server-${how}.bin`, {
      client: { chunkSize: 3 * MIB },
      chunk: (accepted) => {
        if (accepted < 9 * MIB || ended) return;
        acknowledged = { accepted, requests: sent.length };
        ended = server[how]();
      },
    });
    await until(() => ended !== undefined, "the server to be ended");
    await ended;
    await restart();
    await proven(content, await done, `server-${how}.bin`);
    for (const offset of sent.slice(acknowledged.requests)) {
      assert.ok(offset >= acknowledged.accepted, `${offset} is sent again, ${acknowledged.accepted} was acknowledged`);
    }
  });
}

test("several uploads at once", async () => {
  const contents = [4, 5, 6, 7, 8, 9].map((seed) => bytes(seed, 2 * MIB + seed));
  const answers = await Promise.all(contents.map((content, n) => begin(content, `at-once-${n}.bin`, { client: { chunkSize: MIB } }).done));
  assert.deepEqual(answers.map((answer) => answer.sha256), contents.map(sha256));
  assert.equal(new Set(answers.map((answer) => answer.recording)).size, contents.length);
});

test("two clients on one upload: one file, neither can spoil it", async () => {
  const content = bytes(10, 8 * MIB);
  const created = await raw("POST", "/api/uploads", { "Upload-Length": String(content.length), "Upload-Metadata": encoded(metadata("two.bin")) });
  const client = { chunkSize: MIB, uploadUrl: new URL(created.headers.get("Location"), server.url).href };
  const both = await Promise.all([begin(content, "two.bin", { client }), begin(content, "two.bin", { client })].map((one) => one.done));
  assert.equal(both[0].recording ?? both[1].recording, both[1].recording ?? both[0].recording);
  const end = await raw("HEAD", created.headers.get("Location"));
  await proven(content, { recording: end.headers.get("Liuhen-Recording"), sha256: end.headers.get("Liuhen-Sha256") }, "two.bin");
});

test("an empty file is a recording at once", async () => {
  const { done, sent } = begin(Buffer.alloc(0), "empty.bin");
  const answer = await done;
  assert.deepEqual(sent, []);
  await proven(Buffer.alloc(0), answer, "empty.bin");
});

/** A refusal that a person can act on. */
async function refused(answer, status, code) {
  assert.equal(answer.status, status);
  assert.match(answer.headers.get("Content-Type") ?? "", /^application\/problem\+json/);
  const problem = await answer.json();
  assert.equal(problem.code, code);
  assert.ok(problem.title && problem.titleEn, JSON.stringify(problem));
  assert.ok(problem.detail || problem.next, JSON.stringify(problem));
}

test("a piece with a wrong checksum is dropped, all of it", async () => {
  const content = bytes(11, MIB);
  const created = await raw("POST", "/api/uploads", { "Upload-Length": String(content.length), "Upload-Metadata": encoded(metadata("sum.bin")) });
  const at = created.headers.get("Location");
  const piece = (sum) => raw("PATCH", at, { "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream", "Upload-Checksum": `sha256 ${sum}` }, content);
  await refused(await piece(createHash("sha256").update("another").digest("base64")), 460, "checksum-mismatch");
  assert.equal((await raw("HEAD", at)).headers.get("Upload-Offset"), "0");
  const taken = await piece(createHash("sha256").update(content).digest("base64"));
  assert.equal(taken.status, 204);
  assert.equal(taken.headers.get("Liuhen-Sha256"), sha256(content));
});

test("a length to be told later is refused", async () => {
  await refused(await raw("POST", "/api/uploads", { "Upload-Defer-Length": "1", "Upload-Metadata": encoded(metadata("later.bin")) }), 400, "length-needed");
  const { done } = begin(bytes(12, 1000), "later.bin", { client: { uploadLengthDeferred: true, chunkSize: 100, retryDelays: null } });
  await assert.rejects(done, /400/);
});

test("parts that are to be joined later are refused: half a file is no recording", async () => {
  const answer = await raw("POST", "/api/uploads", { "Upload-Length": "5", "Upload-Concat": "partial", "Upload-Metadata": encoded(metadata("part.bin")) });
  await refused(answer, 400, "concatenation-refused");
  const { done } = begin(bytes(13, 4 * MIB), "joined.bin", { client: { parallelUploads: 2, retryDelays: null } });
  await assert.rejects(done, /400/);
});

test("an offset that lies is refused and harms nothing", async () => {
  const content = bytes(14, 1000);
  const created = await raw("POST", "/api/uploads", { "Upload-Length": "1000", "Upload-Metadata": encoded(metadata("lie.bin")) });
  const at = created.headers.get("Location");
  const from = (offset, body) => raw("PATCH", at, { "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" }, body);
  assert.equal((await from(0, content.subarray(0, 600))).headers.get("Upload-Offset"), "600");
  await refused(await from(400, content.subarray(400)), 409, "offset-conflict");
  await refused(await from(700, content.subarray(700)), 409, "offset-conflict");
  await refused(await from(600, content), 413, "longer-than-announced");
  assert.equal((await from(600, content.subarray(600))).headers.get("Liuhen-Sha256"), sha256(content));
});

test("an upload is its maker's alone, and a token of nobody opens nothing", async () => {
  const created = await raw("POST", "/api/uploads", { "Upload-Length": "9", "Upload-Metadata": encoded(metadata("mine.bin")) });
  const at = created.headers.get("Location");
  await refused(await raw("PATCH", at, { Authorization: `Bearer ${server.station("CL").token}`, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream" }, "other cat"), 404, "not-found");
  await refused(await raw("POST", "/api/uploads", { Authorization: "Bearer nobody", "Upload-Length": "9", "Upload-Metadata": encoded(metadata("x")) }), 401, "token-invalid");
  assert.equal((await raw("DELETE", at)).status, 204);
  assert.equal((await raw("HEAD", at)).status, 404);
});
