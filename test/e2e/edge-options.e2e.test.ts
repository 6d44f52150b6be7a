import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { MeshDefinition } from "../../model/index.ts";
import type { EdgeSite } from "../../targets/envoy/index.ts";
import { ask, seenHeaders, type Answer, type Question } from "../edge/ask.ts";
import { grpcAuthoriser, httpAuthoriser, type TestAuthoriser } from "../edge/authorisers.ts";
import { prepareEdge, type EdgeGround } from "../edge/edge-ground.ts";
import { addressOf } from "../edge/edge-shop.ts";
import { startHttp3Client, type Http3Client } from "../edge/http3-client.ts";
import type { RunningEnvoy } from "../edge/start-envoy.ts";
import { headerAddingModule } from "../edge/tiny-wasm.ts";
import { startService, type ServiceProcess } from "../services/start-process.ts";

// What a site says of its proxy, seen on requests through a real Envoy on loopback.

const publicKey = {
  kty: "EC",
  kid: "a",
  alg: "ES256",
  crv: "P-256",
  x: "vSDGzTw4DPqejfYGil90EGPxkH99bm9NPr9SLe4DfjM",
  y: "n1jECYkzCiGs2Y80tajg-c0Qrb7j1WsIMJMCF9XnqHg",
} as const;

const mesh: MeshDefinition = {
  name: "shop",
  trust: { domain: "shop.example", mtls: "disabled" },
  services: { web: {}, upload: {}, limited: { limits: [{ requests: 3, per: "hour" }] } },
  authentication: {
    providers: { login: { issuer: "https://login.example", jwks: { keys: [publicKey] } } },
  },
  providers: {
    passes: { kind: "elsewhere", for: "authorisation" },
    judge: { kind: "elsewhere", for: "authorisation" },
  },
  access: {
    rules: {
      private: {
        ...{ action: "custom", provider: "passes", gateways: ["edge"] },
        to: [{ paths: [{ prefix: "/private" }] }],
      },
      judged: {
        ...{ action: "custom", provider: "judge", gateways: ["edge"] },
        to: [{ paths: [{ prefix: "/judged" }] }],
      },
      forbidden: {
        ...{ action: "deny", gateways: ["edge"] },
        to: [{ paths: [{ prefix: "/forbidden" }] }],
      },
    },
  },
  gateways: {
    edge: {
      hosts: {
        "web.example": { service: "web" },
        "upload.example": { service: "upload" },
        "limited.example": { service: "limited", requires: { optional: "login" } },
        "shop.example": { service: "web", tls: { secret: "shop-cert" } },
        "bank.example": {
          service: "web",
          tls: { secret: "bank-cert", clients: { secret: "bank-cert", mode: "optional" } },
        },
      },
    },
  },
};

let edge: EdgeGround;
let envoy: RunningEnvoy;
let web: ServiceProcess;
let passes: TestAuthoriser;
let judge: TestAuthoriser;
let http3: Http3Client;

beforeAll(async () => {
  [passes, judge, web] = await Promise.all([
    httpAuthoriser(),
    grpcAuthoriser(),
    startService({ SERVICE: "web" }),
  ]);
  edge = await prepareEdge();
  await edge.authority.issue("shop-cert", ["DNS:shop.example"]);
  await edge.authority.issue("bank-cert", ["DNS:bank.example"]);
  await edge.publish(edge.compile(mesh, {}, { site: site() }));
  envoy = await edge.start();
  http3 = await startHttp3Client(edge, "shop.example");
}, 120_000);
afterAll(async () => {
  await http3.envoy.stop();
  await edge.remove();
  await Promise.all([web.stop(), passes.close(), judge.close()]);
});

function site(): EdgeSite {
  const module = join(edge.root, "header.wasm");
  writeFileSync(module, headerAddingModule("x-wasm", "was here"));
  const { http, https, admin, ready } = edge.ports;
  const everywhere = { default: [addressOf(web)] };
  return {
    listen: { address: "127.0.0.1", http, https, publicHttps: https, http3: true },
    adminPort: admin,
    readiness: { port: ready },
    accessLogs: [{}],
    certificates: edge.root,
    endpoints: { web: everywhere, upload: everywhere, limited: everywhere },
    http: {
      http10: { defaultHost: "web.example" },
      serverHeader: { text: "shop" },
      maxHeaders: 40,
    },
    compression: { with: ["zstd", "brotli", "gzip"], minBytes: 200 },
    buffering: { maxBytes: 20_000, except: ["upload"] },
    extensions: [
      { name: "second", lua: adding("second") },
      { name: "third", lua: adding("third") },
      { name: "module", wasm: { file: module } },
      { name: "first", before: "access", lua: `${adding("first")}${teapot}` },
    ],
    authorisers: {
      passes: {
        ...{ http: `127.0.0.1:${String(passes.port)}`, statusOnFailure: 503 },
        ...{ requestHeaders: ["x-pass"], toService: ["x-user"] },
      },
      judge: { grpc: `127.0.0.1:${String(judge.port)}`, bodyBytes: 1000 },
    },
  };
}

function adding(word: string): string {
  return `function envoy_on_request(handle)
    handle:headers():add("x-order", "${word}")
    ${word === "first" ? "answer(handle)" : ""}
  end\n`;
}
const teapot = `function answer(handle)
  if handle:headers():get("x-tea") ~= nil then handle:respond({[":status"] = "418"}, "") end
end\n`;

const send = (question: Partial<Question>): Promise<Answer> =>
  ask({ port: edge.ports.http, host: "web.example", ...question });

describe("HTTP/3", () => {
  test("is answered with the certificate and the routes of HTTPS, and offered there", async () => {
    const answer = await ask({ port: http3.port, host: "shop.example", path: "/by-udp" });
    expect(answer.status).toBe(200);
    expect(answer.headers["alt-svc"]).toBe(`h3=":${String(edge.ports.https)}"; ma=86400`);
    const isLogged = (): void => {
      const line = envoy.log().find(({ path }) => path === "/by-udp");
      expect(line).toMatchObject({ protocol: "HTTP/3", status: 200, sni: "shop.example" });
    };
    await vi.waitFor(isLogged, 5000);
    const tcp = await edge.send({ url: "https://shop.example/" });
    expect(tcp.answers[0]?.headers).toHaveProperty("alt-svc");
  });

  test("is not offered where clients show certificates", async () => {
    const { answers } = await edge.send({ url: "https://bank.example/", tls: { verify: false } });
    for (const { headers } of answers) expect(headers).not.toHaveProperty("alt-svc");
  });
});

describe("answers", () => {
  test.each([
    ["gzip", gunzipSync],
    ["br", brotliDecompressSync],
    ["zstd", zstdDecompressSync],
  ])("are compressed with %s for who wants it", async (encoding, decompress) => {
    const { status, headers, body } = await send({ headers: { "accept-encoding": encoding } });
    expect([status, headers["content-encoding"]]).toEqual([200, encoding]);
    expect(JSON.parse(decompress(body).toString())).toHaveProperty("request");
  });

  test("stay as they are for others, and take the first of several", async () => {
    const plain = await send({});
    expect(plain.headers).not.toHaveProperty("content-encoding");
    const any = await send({ headers: { "accept-encoding": "gzip, br, zstd" } });
    expect(any.headers["content-encoding"]).toBe("zstd");
  });

  test("carry the server header of the site", async () => {
    expect((await send({})).headers["server"]).toBe("shop");
  });
});

describe("requests", () => {
  test("are taken in whole up to a size, but for the services that are named", async () => {
    const body = "a".repeat(60_000);
    expect((await send({ method: "POST", body })).status).toBe(413);
    expect((await send({ method: "POST", body: body.slice(0, 10_000) })).status).toBe(200);
    expect((await send({ method: "POST", body, host: "upload.example" })).status).toBe(200);
  });

  test("are limited also at a host that looks at tokens", async () => {
    const statuses: number[] = [];
    for (let sent = 0; sent < 5; sent += 1) {
      statuses.push((await send({ host: "limited.example" })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const headers = { authorization: "Bearer none" };
    expect((await send({ host: "limited.example", headers })).status).toBe(401);
  });

  test("with too many headers are refused", async () => {
    const headers = Object.fromEntries(
      Array.from({ length: 45 }, (_, index) => [`x-${String(index)}`, "1"]),
    );
    expect((await send({ headers })).status).toBe(431);
  });

  test("of HTTP/1.0 without a host go to the one of the site", async () => {
    const socket = connect(edge.ports.http, "127.0.0.1");
    socket.write("GET /old HTTP/1.0\r\n\r\n");
    let text = "";
    socket.setEncoding("utf8").on("data", (part: string) => (text += part));
    await once(socket, "close");
    expect(text).toMatch(/^HTTP\/1\.[01] 200 /);
    expect(text).toContain('"service":"web"');
  });
});

describe("extensions", () => {
  test("work in their order, Lua and Wasm", async () => {
    const answer = await send({});
    expect(seenHeaders(answer)["x-order"]).toBe("first, second, third");
    expect(answer.headers["x-wasm"]).toBe("was here");
  });

  test("before access come before a rule, others after it", async () => {
    expect((await send({ path: "/forbidden" })).status).toBe(403);
    expect((await send({ path: "/forbidden", headers: { "x-tea": "1" } })).status).toBe(418);
  });
});

describe("an authoriser", () => {
  test("is asked over HTTP about what its rule fits, and says what the service hears", async () => {
    const refused = await send({ path: "/private/a" });
    expect([refused.status, refused.headers["www-authenticate"]]).toEqual([401, "Pass"]);
    const headers = { "x-pass": "yes", "x-user": "eve" };
    const let_in = await send({ path: "/private/a", headers });
    expect(let_in.status).toBe(200);
    expect(seenHeaders(let_in)["x-user"]).toBe("ann");
    const elsewhere = await send({ path: "/public", headers });
    expect(seenHeaders(elsewhere)).not.toHaveProperty("x-user");
    expect(passes.asked).toEqual(["/private/a", "/private/a"]);
  });

  test("is asked over gRPC, with the body", async () => {
    const judged = (body: string): Promise<Answer> =>
      send({ path: "/judged", method: "POST", body });
    expect((await judged("good")).status).toBe(200);
    expect((await judged("bad")).status).toBe(403);
    expect((await judged("x".repeat(2000))).status).toBe(413);
    expect(judge.asked).toEqual(Array(2).fill("/envoy.service.auth.v3.Authorization/Check"));
  });

  test("that does not answer lets nobody in", async () => {
    await passes.close();
    const headers = { "x-pass": "yes" };
    expect((await send({ path: "/private/a", headers })).status).toBe(503);
    expect((await send({ path: "/public", headers })).status).toBe(200);
  });
});
