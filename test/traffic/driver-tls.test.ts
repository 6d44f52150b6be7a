import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:https";
import { createServer as createTlsServer } from "node:tls";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drive } from "./drive.ts";
import { makeCertificates, type Certificates } from "./make-certificates.ts";

let folder: string;
let certificates: Certificates;
let server: Server;
let connect: { host: string; port: number };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "heddle-tls-"));
  certificates = await makeCertificates(folder);
  const { certificate: cert, key } = certificates;
  server = createServer({ cert, key }, (request, response) => response.end(request.headers.host));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  connect = { host: "127.0.0.1", port: (server.address() as AddressInfo).port };
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

test("a gateway's address is dialled for a public host, and the chain goes to our root", async () => {
  const run = await drive({
    url: "https://edge.example/",
    requests: 3,
    connect,
    tls: { ca: certificates.root },
  });
  expect(run.statuses).toEqual({ "200": 3 });
  expect(run.answers[0]?.body).toBe("edge.example");
  expect(run.tls).toMatchObject({
    authorized: true,
    chain: [
      { subject: "CN=edge", issuer: "O=heddle, CN=test root", names: "DNS:edge.example" },
      { subject: "O=heddle, CN=test root" },
    ],
  });
});

test("an unknown root and a wrong name are refused, and the chain is still seen", async () => {
  const stranger = await drive({ url: "https://edge.example/", connect });
  expect(stranger.errors).toEqual({ tls: 1 });
  expect(stranger.tls).toMatchObject({ authorized: false, chain: [{ subject: "CN=edge" }] });
  const other = await drive({
    url: "https://other.example/",
    connect,
    tls: { ca: certificates.root },
  });
  expect(other.errors).toEqual({ tls: 1 });
  expect(other.tls?.reason).toContain("ERR_TLS_CERT_ALTNAME_INVALID");
  const named = { ca: certificates.root, servername: "edge.example" };
  expect((await drive({ url: "https://other.example/", connect, tls: named })).succeeded).toBe(1);
  const careless = await drive({ url: "https://other.example/", connect, tls: { verify: false } });
  expect(careless).toMatchObject({ succeeded: 1, tls: { authorized: false } });
});

test("plaintext to a TLS port and a server that hangs in the handshake", async () => {
  const plain = await drive({ url: "http://edge.example/", connect });
  expect(plain.succeeded).toBe(0);
  const mute = createTlsServer({});
  await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
  const port = (mute.address() as AddressInfo).port;
  const failed = await drive({ url: `https://127.0.0.1:${String(port)}/`, timeoutMs: 3000 });
  expect(failed.errors).toEqual({ tls: 1 });
  mute.close();
});
