import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { connect } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { judgeSuccess } from "../../bench/traffic/judge.ts";
import type { EdgeGround } from "../edge/edge-ground.ts";
import { openShop, shopEndpoints, strictShop, type OpenShop } from "../edge/edge-shop.ts";

// TLS on both sides of a real Envoy with generated configuration, all on loopback.

let shopOpen: OpenShop;
let edge: EdgeGround;

beforeAll(async () => {
  shopOpen = await openShop();
  ({ edge } = shopOpen);
}, 120_000);
afterAll(() => shopOpen.close());

describe("TLS", () => {
  test.each([
    ["https://shop.example/v1/x", "DNS:shop.example, DNS:*.shop.example"],
    ["https://other.shop.example/", "DNS:shop.example, DNS:*.shop.example"],
    ["https://admin.shop.example/", "DNS:admin.shop.example"],
  ])("%s shows the certificate of its host", async (url, names) => {
    const run = await edge.send({ url, requests: 3 });
    expect(judgeSuccess(run)).toMatchObject({ pass: true });
    expect(run.tls).toMatchObject({ authorized: true, protocol: "TLSv1.3" });
    expect(run.tls?.chain.map((each) => each.names)).toEqual([names, "", ""]);
  });

  test("is refused for a name that no host has", async () => {
    const run = await edge.send({ url: "https://nobody.example/", requests: 2 });
    expect(run.statuses).toEqual({ error: 2 });
  });

  test("answers 421 to a host of another certificate", async () => {
    const url = "https://admin.shop.example/";
    const tls = { ca: edge.authority.root, servername: "shop.example" };
    expect((await edge.send({ url, tls, requests: 2 })).statuses).toEqual({ "200": 2 });
    const headers = { host: "grpc.example" };
    const wrong = await edge.send({ url: "https://shop.example/", headers, requests: 2 });
    expect(wrong.statuses).toEqual({ "421": 2 });
  });

  test("below 1.2 is refused", async () => {
    const port = edge.ports.https;
    const old = { maxVersion: "TLSv1.1", minVersion: "TLSv1", ciphers: "ALL:@SECLEVEL=0" } as const;
    const socket = connect({ port, servername: "shop.example", ca: edge.authority.root, ...old });
    const [error] = (await once(socket, "error")) as [NodeJS.ErrnoException];
    expect(error.code).toMatch(/PROTOCOL_VERSION|SSL/);
  });

  test("is where plain HTTP is sent to", async () => {
    const run = await edge.send({ url: "http://shop.example/a?b=c", requests: 1 });
    expect(run.answers[0]).toMatchObject({
      status: "301",
      headers: { location: `https://shop.example:${String(edge.ports.https)}/a?b=c` },
    });
  });

  test("carries gRPC", async () => {
    const run = await edge.send({ url: "grpcs://grpc.example", requests: 20 });
    expect(run.statuses).toEqual({ OK: 20 });
  });

  test("takes a renewed certificate", async () => {
    const before = await edge.send({ url: "https://grpc.example/", requests: 1 });
    await edge.authority.renew("grpc-cert", ["DNS:grpc.example"]);
    await expect
      .poll(async () => (await edge.send({ url: "https://grpc.example/" })).tls?.chain[0], {
        timeout: 15_000,
        interval: 100,
      })
      .not.toEqual(before.tls?.chain[0]);
  });
});

describe("strict mTLS", () => {
  const servers: Server[] = [];
  const listenAs = async (name: string, uri: string): Promise<string> => {
    await edge.authority.issue(name, [`URI:${uri}`]);
    const file = (each: string): string => readFileSync(join(edge.root, name, each), "utf8");
    const files = { cert: file("tls.crt"), key: file("tls.key"), ca: file("ca.crt") };
    const server = createServer({ ...files, requestCert: true }, (request, response) => {
      response.end("getPeerCertificate" in request.socket ? "mutual" : "");
    }).listen(0, "127.0.0.1");
    servers.push(server);
    await once(server, "listening");
    return `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  };
  afterAll(() => {
    for (const server of servers) server.close().closeAllConnections();
  });

  test("the proxy shows its identity and talks only to the service's", async () => {
    const right = await listenAs("bank", "spiffe://shop.example/ns/shop/sa/bank");
    const impostor = await listenAs("api", "spiffe://shop.example/ns/shop/sa/bank");
    const own = await edge.authority.issue("edge", ["URI:spiffe://shop.example/ns/shop/sa/edge"]);
    const identity = {
      certificate: join(own, "tls.crt"),
      key: join(own, "tls.key"),
      authorities: join(own, "ca.crt"),
    };
    const endpoints = {
      ...shopEndpoints(shopOpen.services),
      bank: { default: [right] },
      api: { default: [impostor] },
    };
    await edge.publish(edge.compile(strictShop, endpoints, { site: { identity } }));
    const trusted = await edge.send({ url: "http://bank.example/", requests: 3 });
    expect(trusted.statuses).toEqual({ "200": 3 });
    const refused = await edge.send({ url: "http://api.example/", requests: 3 });
    expect(refused.statuses).toEqual({ "503": 3 });
  });
});
