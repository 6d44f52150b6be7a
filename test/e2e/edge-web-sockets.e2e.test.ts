import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MeshDefinition } from "../../model/index.ts";
import { prepareEdge, type EdgeGround } from "../edge/edge-ground.ts";
import { freePorts } from "../edge/start-envoy.ts";
import { webSocketEcho } from "../services/web-socket-echo.ts";
import type { Answer, Call } from "./doors/client.ts";

// WebSockets through a real Envoy on loopback.

const mesh: MeshDefinition = {
  name: "shop",
  trust: { domain: "shop.example", mtls: "disabled" },
  services: { chat: {} },
  routes: {
    chat: { timeout: "500ms", rules: [{ matches: [{ path: "/old" }], respond: { status: 410 } }] },
  },
  gateways: { edge: { hosts: { "chat.example": { service: "chat" } } } },
};

let edge: EdgeGround;
let chat: ReturnType<typeof startEcho>;

beforeAll(async () => {
  const { port } = await freePorts("port");
  chat = startEcho(port);
  const endpoints = { chat: { default: [`127.0.0.1:${String(port)}`] } };
  edge = await prepareEdge();
  const site = { buffering: { maxBytes: 1000, except: ["chat"] } };
  await edge.publish(edge.compile(mesh, endpoints, { site }));
  await edge.start();
}, 120_000);
afterAll(async () => {
  await edge.remove();
  chat.kill();
  await chat;
});

function startEcho(port: number) {
  return execa(process.execPath, ["-e", webSocketEcho(port)], { reject: false });
}

async function talk(path: string, over: Partial<Call> = {}): Promise<Answer | undefined> {
  const headers = { host: "chat.example" };
  const call = { protocol: "ws", host: "127.0.0.1", port: edge.ports.http, path, headers, ...over };
  const script = join(import.meta.dirname, "doors/client.ts");
  const { stdout } = await execa(process.execPath, [script, JSON.stringify([call])]);
  const [answer] = JSON.parse(stdout) as readonly Answer[];
  return answer;
}

test("a WebSocket passes, by the rules of the service, also where others are buffered", async () => {
  expect(await talk("/room")).toEqual({ status: 101, body: "/room over here" });
  expect(await talk("/old")).toMatchObject({ status: 410 });
  expect(await talk("/room", { protocol: "http" })).toMatchObject({ status: 426 });
});

test("the deadline of a route is for the opening: what is open stays so", async () => {
  expect(await talk("/room", { after: 1000 })).toEqual({ status: 101, body: "/room over here" });
});
