import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { sendTraffic } from "../../bench/index.ts";
import { istioImages, sampleImageReference } from "../../bench/images/index.ts";
import { removeStranger, startStranger } from "../../demo/stranger-pod.ts";
import { envoyGatewayAssets, istioAssets } from "../../tools/index.ts";
import { doors, sendTo, type Door, type Ground } from "./same-behaviour/doors.ts";
import { namespaces } from "./same-behaviour/namespaces.ts";
import { lowestParts, lowestPaths } from "./same-behaviour/lowest.ts";
import { actionScenarios } from "./same-behaviour/action-scenarios.ts";
import type { Scenario } from "./same-behaviour/scenario.ts";
import { callerScenarios, gatewayScenarios, scenarios } from "./same-behaviour/scenarios.ts";
import { askForImages } from "./setup/ask-for-images.ts";
import { complaints } from "./setup/complaints.ts";
import { installGatewayApi } from "./setup/install-gateway-api.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";
import { kubectl } from "./setup/kubectl.ts";
import { openStack, type OpenStack } from "./setup/open-stack.ts";

// One mesh, one list of scenarios, every target: what an author says means the same on each, measured with requests.

const everywhere = [...scenarios, ...actionScenarios];
let stack: OpenStack;
let ground: Ground;

beforeAll(async () => {
  const envoyGateway = await envoyGatewayAssets();
  await askForImages(kubeconfig, ["envoy-gateway"]);
  await installGatewayApi(kubeconfig, [envoyGateway.definitions]);
  stack = await openStack(join(import.meta.dirname, "same-behaviour/index.ts"), kubeconfig, {
    "same:charts": (await istioAssets()).charts,
    "same:hub": istioImages.hub,
    "same:tag": istioImages.tag,
    "same:envoyGatewayChart": envoyGateway.chart,
  });
  await stack.up();
  const { rootCertificate } = await stack.stack.outputs();
  ground = {
    cluster: { kubeconfig },
    stranger: await startStranger(kubeconfig, sampleImageReference),
    rootCertificate: String(rootCertificate?.value),
  };
  const gateway = [`--namespace=${namespaces["gateway-api"]}`, "--timeout=120s"];
  // Istio has a kind of that name as well.
  const door = "gateways.gateway.networking.k8s.io/door";
  await kubectl(kubeconfig, ["wait", "--for=condition=Programmed", door, ...gateway]);
  await kubectl(kubeconfig, ["rollout", "status", "deployment/door-istio", ...gateway]);
});

afterAll(async () => {
  await stack.close();
  await removeStranger(kubeconfig);
});

// Every door has a proxy of its own: doors are asked beside each other, each one scenario after the other.
describe.each(doors)("$title", { concurrent: true }, (door) => {
  beforeAll(() => untilTaken(door));

  const untimed = scenariosOf(door).filter(({ timed = false }) => !timed);
  test.each(untimed)("$title", { concurrent: false }, (scenario) => holds(door, scenario));
});

describe.each(doors)("$title, by the clock", (door) => {
  const timed = scenariosOf(door).filter(({ timed = false }) => timed);
  test.each(timed)("$title", (scenario) => holds(door, scenario));
});

describe("an Ingress, at Istio's gateway", () => {
  const ask = (path: string, secure: boolean, host = "lowest.example") =>
    sendTraffic(ground.cluster, {
      from: ground.stranger,
      url: `${secure ? "https" : "http"}://${host}${path}`,
      connect: { host: `door.${namespaces.istio}.svc.cluster.local`, port: secure ? 443 : 80 },
      ...(secure ? { tls: { ca: ground.rootCertificate } } : {}),
      requests: 5,
    });

  beforeAll(async () => {
    const taken = async (): Promise<void> => {
      expect((await ask("/health", true)).versions).toEqual({ v2: 5 });
    };
    await vi.waitFor(taken, { timeout: 90_000, interval: 500 });
  });

  test.each(lowestPaths)(
    "a path of an Ingress leads to its version: %s to %s",
    async (path, version) => {
      expect((await ask(path, false)).versions).toEqual({ [version]: 5 });
    },
  );

  test.each(lowestParts)(
    "a path of an Ingress leads to the service of its part: %s to %s",
    async (path, version) => {
      const { statuses, versions } = await ask(path, false, "lowest-parts.example");
      expect({ statuses, versions }).toEqual({
        statuses: { "200": 5 },
        versions: { [version]: 5 },
      });
    },
  );

  test("an Ingress shows the certificate of its host", async () => {
    const { tls, versions } = await ask("/api/a", true);
    expect({ versions, authorized: tls?.authorized }).toEqual({
      versions: { v2: 5 },
      authorized: true,
    });
  });
});

test("neither a proxy nor istiod complains of what it was given", async () => {
  expect(await complaints(kubeconfig)).toEqual([]);
});

/** The Gateway API has no word for these. */
const lostByGatewayApi = [
  "a broken connection is retried",
  "the service sees another prefix",
  "the proxy answers by itself",
  "an origin that an expression lets in",
  "30 in 100 requests are late",
  "a delay lasts as long as it says",
  "20 in 100 requests fail before they are sent",
  "a path that is denied is refused",
  "a method that nobody allows is refused",
  "a method that is allowed gets through",
];

test("what is left out is what a target reports as lost", () => {
  const leftOut = doors.map((door) => {
    const asked = new Set(scenariosOf(door));
    const missing = allAt(door)
      .filter((each) => !asked.has(each))
      .map(({ title }) => title);
    return [door.title, missing];
  });
  expect(Object.fromEntries(leftOut)).toEqual({
    "istio, the proxy beside the caller": [],
    "istio, the gateway": [],
    "gateway-api, the proxy beside the caller": lostByGatewayApi,
    "gateway-api, the gateway": lostByGatewayApi,
    "envoy-gateway, the gateway": lostByGatewayApi,
    "envoy, the gateway": ["every request is copied to a service that nobody calls"],
  });
});

function allAt({ at }: Door): readonly Scenario[] {
  return [...everywhere, ...(at === "gateway" ? gatewayScenarios : callerScenarios)];
}

function scenariosOf(door: Door): readonly Scenario[] {
  return allAt(door).filter(({ features }) =>
    features.every((feature) => door.target.features[feature] === "yes"),
  );
}

async function holds(door: Door, { requests, observe, expected }: Scenario): Promise<void> {
  expect(observe(await sendTo(door, requests, ground))).toEqual(expected);
}

/** A proxy hears of routes a moment after they exist: waits until it knows those of both services. */
async function untilTaken(door: Door): Promise<void> {
  const canary = { to: "web", headers: { "x-canary": "yes" }, requests: 10 } as const;
  const slow = { to: "api", path: "/slow", plan: { delay: { ms: 8000 } } } as const;
  await vi.waitFor(
    async () => {
      expect((await sendTo(door, canary, ground)).versions).toEqual({ v2: 10 });
      expect((await sendTo(door, slow, ground)).statuses).toEqual({ "504": 1 });
    },
    { timeout: 90_000, interval: 500 },
  );
}
