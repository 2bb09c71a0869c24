// Starts the real thing as a user would (`./liuhen serve --demo`), in a folder that vanishes, and speaks to it as a browser or a script would.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createCipheriv, randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const home = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const liuhen = join(home, "liuhen");
// Things that are tested with and not ours to give away lie beside the project, or one folder further up from a second work tree.
const shared = process.env.LIUHEN_SHARED ?? ["../shared", "../../shared"].map((path) => resolve(home, path)).find(existsSync) ?? resolve(home, "../shared");
export const media = join(shared, "media");
export const faultDisk = join(shared, "engines/fault-disk.sh");
export const hasMedia = existsSync(join(media, "wearable-camera-1.mp4"));
const READY_MILLIS = 120_000;
const DEMO_READY_MILLIS = 420_000; // it needs under 120 s on an idle machine; tests run where others work, too

/** A folder of its own; `remove()` at the end. */
export function folder(name) {
  const path = mkdtempSync(join(tmpdir(), `liuhen-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs a command to its end: {code, out, err}. */
export function run(command, args, options = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    let out = "";
    let err = "";
    child.stdout.on("data", (text) => (out += text));
    child.stderr.on("data", (text) => (err += text));
    child.on("error", failed);
    child.on("close", (code, signal) => done({ code, signal, out, err }));
  });
}

/** `./liuhen …`, with an environment of its own if one is given. */
export const lh = (args, env = {}) => run(liuhen, args, { env: { ...process.env, ...env } });

/** Bytes that look like chance and are the same for the same seed. */
export function bytes(seed, length) {
  const key = Buffer.alloc(16);
  key.writeDoubleLE(seed);
  return createCipheriv("aes-128-ctr", key, Buffer.alloc(16)).update(Buffer.alloc(length));
}

/** A port that nobody has at the moment, for a server that is to come back where it was. */
export function freePort() {
  return new Promise((found, failed) => {
    const listening = createServer();
    listening.on("error", failed);
    listening.listen(0, "127.0.0.1", () => {
      const { port } = listening.address();
      listening.close(() => found(port));
    });
  });
}

/** Waits until something is so; fails, naming it, if it does not come about. */
export async function until(isSo, what, seconds = 60) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await isSo();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for ${what}`);
    await new Promise((later) => setTimeout(later, 50));
  }
}

/** The PostgreSQL servers of a data folder, as process ids; none are found where there is no /proc. */
export function postgresOf(data) {
  if (!existsSync("/proc/self/cmdline")) return [];
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).filter((pid) => {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      return words.includes(join(data, "postgres")) && /\/postgres\0-D/.test(words);
    } catch {
      return false; // ended while we looked
    }
  });
}

/**
 * Speaks tus for a station without a client: `send(method, path, headers, body)`, `create(name, length)` → location, `patch(at, offset, body)`.
 */
export function station(server, agency) {
  const { token, device } = server.station(agency);
  const send = (method, path, headers = {}, body = undefined) =>
    fetch(new URL(path, server.url), { method, body, headers: { "Tus-Resumable": "1.0.0", Authorization: `Bearer ${token}`, ...headers } });
  const encoded = (pairs) => Object.entries(pairs).map(([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`).join(",");
  const metadata = (name) => encoded({ filename: name, device, key: randomUUID() });
  return {
    device,
    send,
    metadata,
    create: async (name, length) => {
      const answer = await send("POST", "/api/uploads", { "Upload-Length": String(length), "Upload-Metadata": metadata(name) });
      if (answer.status !== 201) throw new Error(`upload of ${name}: ${answer.status} ${await answer.text()}`);
      return answer.headers.get("Location");
    },
    patch: (at, offset, body, headers = {}) =>
      send("PATCH", at, { "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream", ...headers }, body),
  };
}

/** A refusal that a program can tell and a person can act on. */
export async function refused(answer, status, code) {
  const text = await answer.text();
  assert.equal(answer.status, status, text);
  assert.match(answer.headers.get("Content-Type") ?? "", /^application\/problem\+json/);
  const problem = JSON.parse(text);
  assert.equal(problem.code, code);
  assert.ok(problem.title && problem.titleEn && (problem.detail || problem.next), text);
  return problem;
}

/** A running server: {url, data, stop(), kill(), credentials(), station(agency), user(agency, role)}. */
export function serve(data, extra = ["--demo"], env = {}) {
  const port = extra.includes("--port") ? [] : ["--port", "0"];
  return running(data, ["serve", "--data", data, ...port, ...extra], env, /^ready: (\S+)$/m, READY_MILLIS);
}

/** The same with everything that the demo shows, when it says that all is there. */
export function demo(data, env = {}) {
  return running(data, ["demo", "--data", data, "--port", "0"], env, /the demo is ready, Ctrl\+C ends it: (\S+)$/m, DEMO_READY_MILLIS);
}

/** A server that somebody else started and will stop, by its data folder. */
export function attached(data) {
  const { url } = JSON.parse(readFileSync(join(data, "serve.json"), "utf8"));
  return { ...known(data, url), stop: async () => {} };
}

/** Who can sign in to a demo and hand in, and whom to trust. */
function known(data, url) {
  const credentials = () => JSON.parse(readFileSync(join(data, "demo/credentials.json"), "utf8"));
  return {
    url,
    data,
    credentials,
    trust: join(data, "demo/trust.txt"),
    notebook: join(data, "../notebook"),
    station: (agency) => credentials().stations.find((station) => station.agency === agency),
    user: (agency, role) => credentials().users.find((user) => user.agency === agency && user.roles.includes(role)),
  };
}

async function running(data, command, env, isReady, patience) {
  const child = spawn(liuhen, command, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let log = "";
  let said = "";
  child.stderr.on("data", (text) => (log = (log + text).slice(-20_000)));
  const ended = new Promise((done) => child.on("close", (code, signal) => done({ code, signal })));
  const url = await new Promise((ready, failed) => {
    const timer = setTimeout(() => {
      child.kill("SIGTERM");
      failed(new Error(`not ready after ${patience} ms\n${log}`));
    }, patience);
    child.stdout.on("data", (text) => {
      said += text;
      const line = said.match(isReady);
      if (line) {
        clearTimeout(timer);
        ready(line[1]);
      }
    });
    ended.then((how) => failed(new Error(`ended before it was ready: ${JSON.stringify(how)}\n${log}`)));
  });
  return {
    ...known(data, url),
    child,
    ended,
    log: () => log,
    said: () => said,
    stop: () => (child.kill("SIGTERM"), ended),
    kill: () => (child.kill("SIGKILL"), ended),
  };
}

/** Hands in a folder through the real station: {code, files, balance, err}. */
export async function collect(server, agency, source, extra = [], env = {}) {
  const station = server.station(agency);
  const { code, signal, out, err } = await lh(
    ["collect", source, "--server", server.url, "--device", station.device, "--notebook", server.notebook, "--json", ...extra],
    { LIUHEN_TOKEN: station.token, ...env },
  );
  const rows = out
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
  return { code, signal, files: rows.filter((row) => row.path !== undefined), balance: rows.find((row) => row.balance)?.balance, err, out };
}

/** A signed-in client of the API, as the browser is one: cookies and the CSRF header. */
export async function signIn(server, user) {
  const jar = new Map();
  const call = async (path, { method = "GET", body, headers = {} } = {}) => {
    const response = await fetch(server.url + path, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: {
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(jar.size ? { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") } : {}),
        ...(jar.has("XSRF-TOKEN") ? { "X-XSRF-TOKEN": jar.get("XSRF-TOKEN") } : {}),
        ...headers,
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(";");
      const at = pair.indexOf("=");
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  await call("/api/session");
  const answer = await call("/api/session", { method: "POST", body: { username: user.username, password: user.password } });
  if (!answer.ok) throw new Error(`sign-in of ${user.username}: ${answer.status} ${await answer.text()}`);
  return call;
}
