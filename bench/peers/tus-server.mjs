// The peer: @tus/server with its file store, as its documentation starts it. Prints `ready: URL`; ends on SIGTERM.
import { createServer } from "node:http";
import { Server } from "@tus/server";
import { FileStore } from "@tus/file-store";

const [folder] = process.argv.slice(2);
const tus = new Server({ path: "/files", datastore: new FileStore({ directory: folder }), respectForwardedHeaders: false });
const http = createServer((request, response) => tus.handle(request, response));
http.listen(0, "127.0.0.1", () => console.log(`ready: http://127.0.0.1:${http.address().port}/files`));
process.on("SIGTERM", () => process.exit(0));
