import { afterAll, beforeAll, expect, test } from "vitest";
import { sendTraffic, type TrafficRequestInput, type TrafficResult } from "../../bench/index.ts";
import { waitUntil } from "../../bench/cluster/wait-until.ts";
import { globalLimitsManifests, namespace } from "./global-limits/mesh.ts";
import { prepareIstio, type IstioGround } from "./istio-ground.ts";
import { askForImages } from "./setup/ask-for-images.ts";
import { complaints } from "./setup/complaints.ts";
import { clearOfTheHour } from "./setup/clear-of-the-hour.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";
import { kubectl } from "./setup/kubectl.ts";

// Limits that instances count together: two real sidecars ask the real rate limit service, which the component's own
// manifests run with a Redis, in a mesh with strict mTLS where only declared callers get in.

const from = { namespace, app: "web" };
let ground: IstioGround;

beforeAll(async () => {
  await askForImages(kubeconfig, ["ratelimit", "redis"]);
  ground = await prepareIstio(kubeconfig);
  await ground.apply(globalLimitsManifests());
  await clearOfTheHour(240_000);
  // Until the proxies hear of the limit, and the service of its Redis, everything passes.
  const counts = async (): Promise<boolean> =>
    (await send({ requests: 3 }, "/arrived")).statuses["429"] !== undefined;
  expect(await waitUntil(counts, { timeout: 90_000, interval: 500 })).toBe(true);
  // The second instance may be ready later, and its address reach the caller later still. Nobody counts this path here.
  const bothAnswer = async (): Promise<boolean> =>
    Object.keys((await send({ requests: 12 }, "/each")).pods).length === 2;
  expect(await waitUntil(bothAnswer, { timeout: 90_000, interval: 500 })).toBe(true);
});
afterAll(() => ground.remove());

test("two instances share one count, and say how much is left", async () => {
  const run = await send({ requests: 60 }, "/all/of/it");
  expect(run.statuses).toEqual({ "200": 20, "429": 40 });
  expect(Object.keys(run.pods)).toHaveLength(2);
  const [refused] = (await send({}, "/all")).answers;
  expect(refused?.headers).toMatchObject({
    "x-ratelimit-limit": "20, 20;w=3600",
    "x-ratelimit-remaining": "0",
  });
});

test("each client has a count of its own", async () => {
  for (const client of ["a", "b"]) {
    const run = await send({ headers: { "x-client": client }, requests: 24 }, "/each");
    expect(run.statuses).toEqual({ "200": 6, "429": 18 });
  }
  expect((await send({ requests: 24 }, "/each")).statuses).toEqual({ "200": 24 });
});

test("no caller gets a count of its own by naming another address", async () => {
  for (const [address, passed] of Object.entries({ "192.0.2.1": 6, "192.0.2.2": 0 })) {
    const headers = { "x-forwarded-for": address };
    const { statuses } = await send({ headers, requests: 12 }, "/forged");
    expect(statuses["200"] ?? 0).toBe(passed);
  }
});

test("no proxy complains, and neither does istiod", async () => {
  expect(await complaints(kubeconfig)).toEqual([]);
});

test("who has no such limit may not ask", async () => {
  const url = `grpc://ratelimit.${namespace}:8081`;
  const run = await sendTraffic({ kubeconfig }, { from, url, requests: 3 });
  expect(Object.keys(run.statuses)).toEqual(["PERMISSION_DENIED"]);
});

test("when nobody counts, requests pass", async () => {
  expect((await send({ requests: 8 }, "/last")).statuses).toEqual({ "200": 2, "429": 6 });
  const scale = ["--namespace", namespace, "scale", "deployment/ratelimit", "--replicas=0"];
  await kubectl(kubeconfig, scale);
  const passes = async (): Promise<boolean> =>
    (await send({ requests: 8 }, "/last")).statuses["200"] === 8;
  expect(await waitUntil(passes, { timeout: 90_000, interval: 500 })).toBe(true);
  expect((await send({ requests: 20 }, "/last")).statuses).toEqual({ "200": 20 });
});

async function send(
  traffic: Omit<TrafficRequestInput, "url">,
  path: string,
): Promise<TrafficResult> {
  const url = `http://cart.${namespace}:8080${path}`;
  return sendTraffic({ kubeconfig }, { from, url, ...traffic });
}
