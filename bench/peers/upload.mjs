// The client of both sides: tus-js-client. Uploads one file, prints {"begunAt", "millis", "url", "recording", "sha256"}; the time runs from
// the first request to the answer to the last byte; begunAt is in milliseconds since 1970.
import { createReadStream, readFileSync, statSync } from "node:fs";
import * as tus from "tus-js-client";

const [endpoint, file, chunkMiB, metadata, tokenFile] = process.argv.slice(2);
const headers = tokenFile ? { Authorization: `Bearer ${readFileSync(tokenFile, "utf8").trim()}` } : {};
const size = statSync(file).size;
const chunkSize = Number(chunkMiB) * 1024 * 1024;
let last = {};
const begun = performance.now();
const upload = new tus.Upload(createReadStream(file, { highWaterMark: 1024 * 1024 }), {
  endpoint,
  headers,
  uploadSize: size,
  chunkSize,
  metadata: JSON.parse(metadata || "{}"),
  retryDelays: null,
  onAfterResponse: (_, response) => {
    last = {
      recording: response.getHeader("Liuhen-Recording"),
      sha256: response.getHeader("Liuhen-Sha256"),
    };
  },
  onError: (error) => {
    console.error(String(error));
    process.exit(1);
  },
  onSuccess: () => {
    const millis = performance.now() - begun;
    console.log(JSON.stringify({ begunAt: performance.timeOrigin + begun, millis, url: upload.url, ...last }));
  },
});
upload.start();
