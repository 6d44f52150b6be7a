import { afterAll, beforeAll, expect, test } from "vitest";
import { startService, type ServiceProcess } from "../services/start-process.ts";
import { drive } from "./drive.ts";

let catalog: ServiceProcess;

beforeAll(async () => {
  catalog = await startService({ SERVICE: "catalog", VERSION: "v4" });
});

afterAll(async () => {
  await catalog.stop();
});

test("gRPC unary calls carry body, name and identity", async () => {
  const identity = "spiffe://shop.example/ns/shop/sa/web";
  const headers = { "x-forwarded-client-cert": `URI=${identity}` };
  const run = await drive({
    url: catalog.grpc,
    requests: 50,
    body: "apples",
    headers,
    plan: { echo: true },
  });
  expect(run).toMatchObject({
    statuses: { OK: 50 },
    versions: { v4: 50 },
    identities: { [identity]: 50 },
    tries: { "1": 50 },
  });
  expect(run.answers[0]?.report?.request).toMatchObject({
    protocol: "grpc",
    path: "/heddle.Echo/Say",
    body: "apples",
  });
});

test("gRPC failures have their code and still say who answered", async () => {
  const run = await drive({ url: catalog.grpc, requests: 3, plan: { fail: { grpc: 8 } } });
  expect(run).toMatchObject({
    statuses: { RESOURCE_EXHAUSTED: 3 },
    versions: { v4: 3 },
    errors: {},
  });
});

test("gRPC streams end with the report", async () => {
  const run = await drive({ url: catalog.grpc, plan: { stream: { chunks: 4, bytes: 10 } } });
  expect(run.answers[0]?.body.split("\n").slice(0, -1)).toEqual(Array(4).fill("##########"));
  expect(run.answers[0]?.report?.request.path).toBe("/heddle.Echo/Stream");
});

test("a gRPC deadline and a missing server are errors, not answers", async () => {
  const slow = await drive({ url: catalog.grpc, timeoutMs: 100, plan: { delay: { ms: 3000 } } });
  expect(slow.errors).toEqual({ timeout: 1 });
  const gone = await startService();
  await gone.stop();
  expect((await drive({ url: gone.grpc, timeoutMs: 3000 })).errors).toEqual({ refused: 1 });
});

test("TCP: greeting, one line, its report; failures reset", async () => {
  const run = await drive({ url: catalog.tcp, requests: 20, body: "hello", plan: { echo: true } });
  expect(run).toMatchObject({ statuses: { ok: 20 }, versions: { v4: 20 } });
  expect(run.answers[0]?.body).toMatch(/^heddle catalog v4\n/);
  expect(run.answers[0]?.report?.request).toMatchObject({ protocol: "tcp", body: "hello" });
  const reset = await drive({ url: catalog.tcp, requests: 2, plan: { fail: { reset: true } } });
  expect(reset.errors).toEqual({ reset: 2 });
  const slow = await drive({ url: catalog.tcp, timeoutMs: 100, plan: { delay: { ms: 3000 } } });
  expect(slow.errors).toEqual({ timeout: 1 });
});
