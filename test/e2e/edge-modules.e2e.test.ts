import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FailureMode, MeshDefinition } from "../../model/index.ts";
import { ask, type Answer } from "../edge/ask.ts";
import { prepareEdge, type EdgeGround } from "../edge/edge-ground.ts";
import { addressOf } from "../edge/edge-shop.ts";
import { headerAddingModule } from "../edge/tiny-wasm.ts";
import { startService, type ServiceProcess } from "../services/start-process.ts";

// Modules of WebAssembly that a real Envoy fetches from a server on loopback, over TLS.

const first = headerAddingModule("x-wasm", "first");
const second = headerAddingModule("x-wasm", "second");

let edge: EdgeGround;
let web: ServiceProcess;
let modules: Server;
/** Paths that were asked for. */
const asked: string[] = [];

beforeAll(async () => {
  web = await startService({ SERVICE: "web" });
  edge = await prepareEdge();
  writeFileSync(join(edge.root, "public.crt"), edge.authority.root);
  modules = await serve(await edge.authority.issue("modules", ["DNS:localhost"]));
  await publish("first", first, "refuse");
  await edge.start();
}, 120_000);
afterAll(async () => {
  await edge.remove();
  await web.stop();
  modules.closeAllConnections();
  await new Promise((done) => modules.close(done));
});

async function serve(folder: string): Promise<Server> {
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  const server = createServer(
    { key: read("tls.key"), cert: read("tls.crt") },
    ({ url = "" }, response) => {
      asked.push(url);
      response.end(url === "/first.wasm" ? first : second);
    },
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

/** The gateway with the module of that name, pinned to this content. */
async function publish(name: string, content: Buffer, onFailure: FailureMode): Promise<unknown> {
  const { port } = modules.address() as AddressInfo;
  const url = `https://localhost:${String(port)}/${name}.wasm`;
  const sha256 = createHash("sha256").update(content).digest("hex");
  const mesh: MeshDefinition = {
    name: "shop",
    trust: { domain: "shop.example", mtls: "disabled" },
    services: { web: {} },
    gateways: {
      edge: {
        hosts: { "web.example": { service: "web" } },
        extensions: [{ name: `m-${name}`, wasm: { url, sha256, onFailure, config: { a: 1 } } }],
      },
    },
  };
  const site = { publicAuthorities: join(edge.root, "public.crt") };
  return edge.publish(edge.compile(mesh, { web: { default: [addressOf(web)] } }, { site }));
}

const send = (): Promise<Answer> => ask({ port: edge.ports.http, host: "web.example" });

test("a module is fetched before the first request, and works", async () => {
  expect(asked).toContain("/first.wasm");
  const answer = await send();
  expect([answer.status, answer.headers["x-wasm"]]).toEqual([200, "first"]);
});

test("another one takes its place in a running proxy", async () => {
  await publish("second", second, "refuse");
  expect((await send()).headers["x-wasm"]).toBe("second");
});

test("one whose content is another than the pinned one lets nobody in", async () => {
  await publish("third", Buffer.from("reviewed"), "refuse");
  expect(asked).toContain("/third.wasm");
  expect((await send()).status).toBe(503);
});

test("or is left out, where the author wants that", async () => {
  await publish("fourth", Buffer.from("reviewed as well"), "pass");
  const answer = await send();
  expect([answer.status, answer.headers["x-wasm"]]).toEqual([200, undefined]);
});
