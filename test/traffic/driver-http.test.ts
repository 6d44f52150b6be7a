import { afterAll, beforeAll, expect, test } from "vitest";
import { startService, type ServiceProcess } from "../services/start-process.ts";
import { drive, runDriver, startDriver } from "./drive.ts";
import { driverOutputSchema } from "../../bench/traffic/driver-protocol.ts";

let cart: ServiceProcess;
let payments: ServiceProcess;

beforeAll(async () => {
  [cart, payments] = await Promise.all([
    startService(),
    startService({ SERVICE: "payments", VERSION: "v2", HOSTNAME: "payments-1" }),
  ]);
});

afterAll(async () => {
  await Promise.all([cart.stop(), payments.stop()]);
});

test("a report says who answered and what it received", async () => {
  const environment = { SERVICE: "web", VERSION: "v3", HOSTNAME: "web-1" };
  const url = `${cart.http}/basket?id=1`;
  const headers = { "x-team": "shop", "x-envoy-attempt-count": "1" };
  const run = await drive(
    { url, method: "POST", body: "two apples", headers, plan: { echo: true } },
    { environment },
  );
  expect(run.from).toEqual({ service: "web", version: "v3", pod: "web-1" });
  expect(run).toMatchObject({
    sent: 1,
    succeeded: 1,
    failed: 0,
    statuses: { "200": 1 },
    endedBy: "count",
  });
  const report = run.answers[0]?.report;
  expect(report).toMatchObject({
    service: "cart",
    version: "v1",
    pod: "cart-1",
    namespace: "shop",
  });
  expect(report?.request).toMatchObject({
    id: `${run.run}-0`,
    try: 1,
    method: "POST",
    path: "/basket?id=1",
    bodyBytes: 10,
    body: "two apples",
  });
  expect(report?.request.headers).toMatchObject({ "x-team": "shop" });
});

test("every request has its own name and is counted once, under concurrency", async () => {
  const run = await drive({ url: cart.http, requests: 500, concurrency: 32 });
  expect(run).toMatchObject({
    sent: 500,
    succeeded: 500,
    versions: { v1: 500 },
    tries: { "1": 500 },
  });
  const { p50, p90, p99, max, min } = run.latency;
  expect([min, p50, p90, p99, max]).toEqual([min, p50, p90, p99, max].toSorted((a, b) => a - b));
  const seen = await runDriver(
    { kind: "admin", method: "GET", path: `/seen?run=${run.run}` },
    { environment: cart.environment },
  );
  if (seen.kind !== "admin") throw new Error(seen.kind);
  const { byRequest } = seen.body as { byRequest: Record<string, number> };
  expect(Object.keys(byRequest)).toHaveLength(500);
});

test("a request that is repeated under one name fails as often as told, then succeeds", async () => {
  const headers = { "x-heddle-request": "order-7" };
  const run = await drive({
    url: cart.http,
    requests: 4,
    concurrency: 1,
    headers,
    plan: { fail: { times: 2, status: 503 } },
  });
  expect(run).toMatchObject({
    statuses: { "503": 2, "200": 2 },
    tries: { "1": 1, "2": 1, "3": 1, "4": 1 },
  });
  expect(run.failures[0]).toMatchObject({ status: "503", message: "the plan says so" });
});

test("the proxy's attempt count wins where it is more: the try before came to another instance", async () => {
  const headers = { "x-envoy-attempt-count": "3" };
  const run = await drive({ url: cart.http, headers, plan: { fail: { times: 2 } } });
  expect(run).toMatchObject({ succeeded: 1, tries: { "3": 1 } });
});

test("a rate of failures is about that rate", async () => {
  const run = await drive({
    url: cart.http,
    requests: 400,
    plan: { fail: { rate: 0.5, status: 500 } },
  });
  // Beyond these bounds once in a million runs.
  expect(run.failed).toBeGreaterThan(150);
  expect(run.failed).toBeLessThan(250);
  expect(run.statuses["500"]).toBe(run.failed);
});

test("delay is waited, and the driver's timeout cuts it", async () => {
  const slow = await drive({ url: cart.http, plan: { delay: { ms: 150 } } });
  expect(slow.latency.max).toBeGreaterThanOrEqual(149);
  const cut = await drive({ url: cart.http, timeoutMs: 100, plan: { delay: { ms: 5000 } } });
  expect(cut).toMatchObject({ failed: 1, statuses: { error: 1 }, errors: { timeout: 1 } });
  expect(cut.latency.max).toBeLessThan(2000);
});

test("a stream comes in chunks with the report at its end", async () => {
  const run = await drive({
    url: cart.http,
    plan: { stream: { chunks: 5, everyMs: 20, bytes: 100 } },
  });
  const answer = run.answers[0];
  expect(answer?.headers["transfer-encoding"]).toBe("chunked");
  expect(answer?.body.split("\n")[0]).toHaveLength(99);
  expect(answer?.report?.service).toBe("cart");
  expect(run.latency.min).toBeGreaterThanOrEqual(95);
});

test("reset, refused and unknown names are told apart", async () => {
  const reset = await drive({ url: cart.http, requests: 3, plan: { fail: { reset: true } } });
  expect(reset.errors).toEqual({ reset: 3 });
  const port = await freePort();
  expect((await drive({ url: `http://127.0.0.1:${port}` })).errors).toEqual({ refused: 1 });
  const name = await drive({ url: "http://nowhere.invalid:80", timeoutMs: 10_000 });
  expect(name.errors).toEqual({ name: 1 });
});

test("the peer identity is that of the certificate header", async () => {
  const identity = "spiffe://shop.example/ns/shop/sa/web";
  const headers = { "x-forwarded-client-cert": `Hash=1;URI=${identity}` };
  const run = await drive({ url: cart.http, requests: 5, headers });
  expect(run.identities).toEqual({ [identity]: 5 });
  expect((await drive({ url: cart.http })).identities).toEqual({ none: 1 });
});

test("a chain of calls is answered nested, keeps the request's name, and fails with its members", async () => {
  const call = [payments.http, { url: payments.grpc, plan: { delay: { ms: 5 } } }, payments.tcp];
  const run = await drive({ url: cart.http, plan: { call } });
  const calls = run.answers[0]?.report?.calls;
  expect(calls?.map(({ status }) => status)).toEqual(["200", "OK", "ok"]);
  expect(calls?.[0]?.report).toMatchObject({
    service: "payments",
    version: "v2",
    request: { id: `${run.run}-0` },
  });
  expect(calls?.[1]?.report?.request.try).toBe(2);
  const failing = { url: payments.http, plan: { fail: { status: 500 } } };
  const broken = await drive({ url: cart.http, plan: { call: [failing] } });
  expect(broken).toMatchObject({
    statuses: { "502": 1 },
    failures: [{ message: "a call failed" }],
  });
  const optional = await drive({
    url: cart.http,
    plan: { call: [{ ...failing, optional: true }] },
  });
  expect(optional.succeeded).toBe(1);
});

test("a plan that is not valid is refused with what is wrong", async () => {
  const headers = { "x-heddle-plan": '{"dealy":{}}' };
  const run = await drive({ url: cart.http, headers });
  expect(run.statuses).toEqual({ "400": 1 });
  expect(run.failures[0]?.message).toContain("dealy");
  const output = await runDriver({ kind: "traffic", traffic: { url: "ftp://cart" } });
  expect(output).toMatchObject({
    kind: "problem",
    message: expect.stringContaining("http:") as string,
  });
});

test("a standing plan holds for all requests until it is healed", async () => {
  const { environment } = payments;
  const body = { plan: { fail: { times: 1, status: 503 } } };
  await runDriver({ kind: "admin", method: "PUT", path: "/plan", body }, { environment });
  expect((await drive({ url: payments.http, requests: 3 })).statuses).toEqual({ "503": 3 });
  await runDriver({ kind: "admin", method: "DELETE", path: "/plan" }, { environment });
  expect((await drive({ url: payments.http, requests: 3 })).statuses).toEqual({ "200": 3 });
});

test("time bounds a run, and the rate is kept", async () => {
  const run = await drive({ url: cart.http, requests: 100_000, seconds: 1, rate: 50 });
  expect(run.endedBy).toBe("time");
  expect(run.sent).toBeGreaterThan(35);
  expect(run.sent).toBeLessThanOrEqual(51);
  expect(run.failed).toBe(0);
});

test("a stop on standard input ends the load, with requests in flight finished", async () => {
  const traffic = { url: cart.http, requests: 100_000, rate: 100, plan: { delay: { ms: 100 } } };
  const driver = startDriver({ kind: "traffic", traffic, stoppable: true });
  await new Promise((resolve) => driver.stderr.once("data", resolve));
  const seen = async (): Promise<boolean> => {
    const answer = await runDriver(
      { kind: "admin", method: "GET", path: "/seen" },
      { environment: cart.environment },
    );
    return answer.kind === "admin";
  };
  await expect.poll(seen, { timeout: 20_000 }).toBe(true);
  driver.stdin.end();
  const output = driverOutputSchema.parse(JSON.parse((await driver).stdout));
  if (output.kind !== "traffic") throw new Error(output.kind);
  expect(output.result).toMatchObject({ endedBy: "stop", failed: 0 });
  expect(output.result.sent).toBeGreaterThan(0);
});

test("SIGTERM: requests in flight are finished, new ones refused, exit code 0", async () => {
  const leaving = await startService();
  const traffic = { url: leaving.http, plan: { delay: { ms: 800 } } };
  const slow = drive(traffic);
  const arrived = async (): Promise<unknown> => {
    const answer = await runDriver(
      { kind: "admin", method: "GET", path: "/seen" },
      { environment: leaving.environment },
    );
    return answer.kind === "admin" ? (answer.body as { total: number }).total : answer;
  };
  await expect.poll(arrived, { timeout: 20_000, interval: 20 }).toBe(1);
  const stopped = leaving.stop();
  expect((await slow).statuses).toEqual({ "200": 1 });
  expect(await stopped).toBe(0);
  expect((await drive({ url: leaving.http })).errors).toEqual({ refused: 1 });
});

async function freePort(): Promise<string> {
  const service = await startService();
  await service.stop();
  return String(service.ports.http);
}
