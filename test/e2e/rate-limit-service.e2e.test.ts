import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { waitUntil } from "../../bench/cluster/wait-until.ts";
import { istioImages } from "../../bench/images/index.ts";
import { sendTraffic, type TrafficResult } from "../../bench/index.ts";
import { istioAssets } from "../../tools/index.ts";
import { askForImages } from "./setup/ask-for-images.ts";
import { clearOfTheHour } from "./setup/clear-of-the-hour.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";
import { openStack, type OpenStack } from "./setup/open-stack.ts";

// The component by `pulumi up`: the mesh, the rate limit service in it, and a Redis with a password.

let stack: OpenStack;

beforeAll(async () => {
  await askForImages(kubeconfig, ["ratelimit", "redis"]);
  stack = await openStack(join(import.meta.dirname, "rate-limit-service/index.ts"), kubeconfig, {
    "test:charts": (await istioAssets()).charts,
    "test:hub": istioImages.hub,
    "test:tag": istioImages.tag,
    "test:requests": "4",
  });
  await stack.stack.setConfig("test:password", { value: "not a secret", secret: true });
  await stack.up();
});
afterAll(() => stack.close());

test("counts, and a second up changes nothing", async () => {
  const { update = 0, create = 0, replace = 0 } = await stack.up();
  expect({ update, create, replace }).toEqual({ update: 0, create: 0, replace: 0 });
  await clearOfTheHour(240_000);
  const counts = async (): Promise<boolean> => (await send(1)).statuses["429"] === 1;
  expect(await waitUntil(counts, { timeout: 90_000, interval: 200 })).toBe(true);
  expect((await send(10)).statuses).toEqual({ "429": 10 });
});

test("another number holds after the next up, and no count is lost", async () => {
  await stack.up({ "test:requests": "1000" });
  const passes = async (): Promise<boolean> => (await send(1)).statuses["200"] === 1;
  expect(await waitUntil(passes, { timeout: 90_000, interval: 200 })).toBe(true);
  const [answer] = (await send(1)).answers;
  expect(Number(answer?.headers["x-ratelimit-remaining"])).toBeLessThan(1000 - 14);
});

async function send(requests: number): Promise<TrafficResult> {
  const url = "http://cart.limited:8080/";
  return sendTraffic({ kubeconfig }, { from: { namespace: "limited", app: "web" }, url, requests });
}
