import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MeshDefinition } from "../../model/index.ts";
import { ask, type Answer } from "../edge/ask.ts";
import { prepareEdge, type EdgeGround } from "../edge/edge-ground.ts";
import { startOutside, type OutsideServer, type Seen } from "../edge/start-outside.ts";
import type { RunningEnvoy } from "../edge/start-envoy.ts";

// A way out without a control plane: a real Envoy before real servers that are outside, all on loopback.

let edge: EdgeGround;
let envoy: RunningEnvoy;
let plain: OutsideServer;
let bank: OutsideServer;
let mail: OutsideServer;

beforeAll(async () => {
  edge = await prepareEdge();
  await edge.authority.issue("bank-client", ["DNS:shop.example"]);
  const ofBank = await edge.authority.issue("bank", ["DNS:api.bank.example"]);
  const ofMail = await edge.authority.issue("mail", ["DNS:mail.example"]);
  [plain, bank, mail] = await Promise.all([
    startOutside(),
    startOutside({ folder: ofBank, clients: true }),
    startOutside({ folder: ofMail }),
  ]);
  await edge.publish(edge.compile(mesh(), {}, { site: { accessLogs: [{}] } }));
  envoy = await edge.start();
}, 120_000);
afterAll(async () => {
  await edge.remove();
  await Promise.all([plain, bank, mail].map((each) => each.close()));
});

function mesh(): MeshDefinition {
  const here = (hosts: readonly string[]) => ({
    ...{ hosts, endpoints: ["127.0.0.1"], through: "out" },
  });
  const http = (target: number) => ({ number: 80, target });
  const secured = { mode: "mutual", secret: "bank-client" } as const;
  return {
    name: "shop",
    trust: { domain: "shop.example", mtls: "disabled" },
    services: {
      weather: { ports: { http: http(plain.port) }, external: here(["weather.example"]) },
      bank: {
        ports: { http: http(bank.port) },
        external: { ...here(["api.bank.example"]), tls: secured },
      },
      // Nobody there has a certificate for this name.
      impostor: {
        ports: { http: http(bank.port) },
        external: { ...here(["other.bank.example"]), tls: secured },
      },
      mail: {
        ports: { tls: { number: 443, target: mail.port, protocol: "tls" } },
        external: here(["mail.example"]),
      },
    },
    gateways: { out: { kind: "egress" } },
  };
}

function send(host: string, path = "/", headers: Record<string, string> = {}): Promise<Answer> {
  return ask({ port: edge.ports.http, host, path, headers });
}

function seen({ body }: Answer): Seen {
  return JSON.parse(body.toString()) as Seen;
}

describe("plain HTTP", () => {
  test("goes to a declared host as the caller said it, and nothing is told about the inside", async () => {
    const answer = await send("weather.example", "/a//b%2Fc?d=e", { "x_under-score": "1" });
    expect(answer.status).toBe(200);
    expect(answer.headers["server"]).toBe("outside");
    const { path, headers } = seen(answer);
    expect(path).toBe("/a//b%2Fc?d=e");
    expect(Object.keys(headers).sort()).toEqual(["host", "x-request-id", "x_under-score"]);
    expect(headers).toMatchObject({ host: "weather.example", "x_under-score": "1" });
  });

  test("goes there also where the caller takes it for its proxy, and with the port", async () => {
    expect((await send("weather.example", "http://weather.example/by-proxy")).status).toBe(200);
    expect((await send("weather.example:80")).status).toBe(200);
  });

  test.each(["elsewhere.example", "weather.example.evil.example", "127.0.0.1", "mail.example"])(
    "to %s, which is not declared for it, is refused",
    async (host) => {
      const answer = await send(host);
      expect([answer.status, answer.body.toString()]).toEqual([403, "this host is not declared\n"]);
    },
  );

  test("of a declared port is refused where the absolute address names another host", async () => {
    expect((await send("weather.example", "http://elsewhere.example/")).status).toBe(403);
  });
});

describe("TLS that the proxy starts", () => {
  test("shows the mesh's certificate and asks for the host", async () => {
    const answer = await send("api.bank.example", "/accounts");
    expect(answer.status).toBe(200);
    expect(seen(answer)).toMatchObject({
      path: "/accounts",
      sni: "api.bank.example",
      client: "DNS:shop.example",
    });
  });

  test("goes nowhere without a certificate for the name", async () => {
    expect((await send("other.bank.example")).status).toBe(503);
  });
});

describe("TLS of the callers", () => {
  test("passes by the name that they ask for", async () => {
    const port = edge.ports.https;
    expect(await overTls("mail.example", { port })).toMatchObject({ sni: "mail.example" });
  });

  test("is cut for any other name", async () => {
    const port = edge.ports.https;
    await expect(overTls("elsewhere.example", { port })).rejects.toThrow();
  });

  test("passes through a tunnel to the declared port", async () => {
    const { socket, status } = await tunnel("mail.example:443");
    expect(status).toBe(200);
    expect(await overTls("mail.example", { socket })).toMatchObject({ sni: "mail.example" });
  });

  test.each(["mail.example:25", "elsewhere.example:443", "weather.example:80", "127.0.0.1:443"])(
    "gets no tunnel to %s",
    async (to) => {
      const { socket, status } = await tunnel(to);
      socket.destroy();
      expect(status).toBe(403);
    },
  );
});

test("the log names what went out, and what did not", async () => {
  await send("refused.example");
  await expect
    .poll(() => envoy.log().map(({ host, status, route }) => ({ host, status, route })))
    .toEqual(
      expect.arrayContaining([
        { host: "weather.example", status: 200, route: "weather/http" },
        { host: "refused.example", status: 403, route: "undeclared" },
      ]),
    );
});

/** Asks a server by TLS, on a new connection to a port of loopback or in a tunnel. */
async function overTls(
  servername: string,
  way: { readonly port: number } | { readonly socket: Socket },
): Promise<Seen> {
  const socket = connectTls({
    ...("port" in way ? { host: "127.0.0.1", port: way.port } : { socket: way.socket }),
    ...{ servername, ca: edge.authority.root },
  });
  await once(socket, "secureConnect");
  const sent = request({ createConnection: () => socket, headers: { host: servername } });
  sent.end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  socket.destroy();
  return JSON.parse(Buffer.concat(parts).toString()) as Seen;
}

async function tunnel(to: string): Promise<{ socket: Socket; status: number }> {
  const { http: port } = edge.ports;
  const sent = request({ host: "127.0.0.1", port, method: "CONNECT", path: to, agent: false });
  sent.end();
  const [response, socket] = (await once(sent, "connect")) as [IncomingMessage, Socket];
  return { socket, status: response.statusCode ?? 0 };
}
