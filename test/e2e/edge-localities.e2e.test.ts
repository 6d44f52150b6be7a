import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { MeshDefinition } from "../../model/index.ts";
import { prepareEdge, type EdgeGround } from "../edge/edge-ground.ts";
import { addressOf } from "../edge/edge-shop.ts";
import { startService, type ServiceProcess } from "../services/start-process.ts";

// Where instances are, and where the proxy is: a real Envoy before instances in four places, all on loopback.

const sick = { consecutive5xxErrors: 2, interval: "100ms", baseEjectionTime: "3s" } as const;
const outlierDetection = { ...sick, maxEjectionPercent: 100 } as const;
const mesh: MeshDefinition = {
  name: "shop",
  trust: { domain: "shop.example", mtls: "disabled" },
  services: {
    near: { policy: { outlierDetection, locality: { failover: { eu: "us" } } } },
    spread: {
      policy: { locality: { distribute: { "eu/*": { "eu/west/*": 80, "us/east": 20 } } } },
    },
    elsewhere: { policy: { locality: { distribute: { "asia/*": { "us/*": 100 } } } } },
    leaving: { policy: { outlierDetection, locality: { failover: { eu: "us" } } } },
  },
  routes: {
    leaving: { retries: { attempts: 4, on: ["503"], otherLocalities: true } },
  },
  gateways: {
    edge: {
      hosts: Object.fromEntries(
        ["near", "spread", "elsewhere", "leaving"].map((service) => [
          `${service}.example`,
          { service },
        ]),
      ),
    },
  },
};

/** By the name of the instance. */
const places = {
  here: "eu/west/a",
  beside: "eu/west/b",
  asia: "asia/south",
  us: "us/east",
} as const;
type Name = keyof typeof places;
const names = ["here", "beside", "asia", "us"] as const satisfies readonly Name[];

let edge: EdgeGround;
let instances: Readonly<Record<Name, ServiceProcess>>;

beforeAll(async () => {
  const [here, beside, asia, us] = await Promise.all(
    names.map((name) => startService({ HOSTNAME: name })),
  );
  instances = { here, beside, asia, us } as Record<Name, ServiceProcess>;
  edge = await prepareEdge();
  const everywhere = names.map((name) => ({
    ...{ address: addressOf(instances[name]), locality: places[name] },
  }));
  const endpoints = Object.fromEntries(
    ["near", "spread", "elsewhere", "leaving"].map((service) => [service, { default: everywhere }]),
  );
  const { http, https, admin, ready } = edge.ports;
  const site = {
    ...{ locality: "eu/west/a", endpoints, adminPort: admin, readiness: { port: ready } },
    listen: { address: "127.0.0.1", http, https },
  };
  await edge.publish(edge.compile(mesh, {}, { site }));
  await edge.start();
}, 120_000);
afterAll(async () => {
  await edge.remove();
  await Promise.all(names.map((name) => instances[name].stop()));
});

async function pods(service: string, requests = 20): Promise<Readonly<Record<string, number>>> {
  return (await edge.send({ url: `http://${service}.example/`, requests })).pods;
}

/** Instances fail everything meanwhile. */
async function whileSick(sickOnes: readonly Name[], look: () => Promise<void>): Promise<void> {
  const urls = sickOnes.map((name) => {
    return `http://127.0.0.1:${String(instances[name].ports.admin)}/plan`;
  });
  const body = JSON.stringify({ plan: { fail: { status: 503 } }, seconds: 60 });
  await Promise.all(urls.map((url) => fetch(url, { method: "PUT", body })));
  try {
    await look();
  } finally {
    await Promise.all(urls.map((url) => fetch(url, { method: "DELETE" })));
  }
}

async function leadsTo(service: string, name: Name): Promise<void> {
  const leads = async (): Promise<void> => {
    const run = await edge.send({ url: `http://${service}.example/`, requests: 20 });
    expect(run.statuses).toEqual({ "200": 20 });
    expect(run.pods).toEqual({ [name]: 20 });
  };
  // The proxy gathers what it learns of its endpoints for a second before it acts.
  await vi.waitFor(leads, { timeout: 40_000, interval: 100 });
}

describe("failover", () => {
  test("stays in the sub-zone, leaves it for the zone, then for the region that is named, and comes back", async () => {
    await leadsTo("near", "here");
    await whileSick(["here"], async () => {
      await leadsTo("near", "beside");
      await whileSick(["beside"], async () => {
        await leadsTo("near", "us");
        await whileSick(["us"], () => leadsTo("near", "asia"));
      });
    });
    await leadsTo("near", "here");
  });
});

describe("shares", () => {
  test("go to the places that are named, and those that are left out get nothing", async () => {
    const { here = 0, beside = 0, us = 0, asia = 0 } = await pods("spread", 2000);
    expect(asia).toBe(0);
    // Each of the two in the zone is half of it. Five standard deviations.
    expect(us).toBeGreaterThan(310);
    expect(us).toBeLessThan(490);
    expect(here + beside + us).toBe(2000);
    expect(Math.abs(here - beside)).toBeLessThan(280);
  });

  test("that are for others leave all alike", async () => {
    expect(Object.keys(await pods("elsewhere", 200)).sort()).toEqual([...names].sort());
  });
});

test("retries leave the place where the request failed", async () => {
  await whileSick(["here", "beside", "asia"], async () => {
    const run = await edge.send({ url: "http://leaving.example/", requests: 1 });
    expect(run.statuses).toEqual({ "200": 1 });
    expect(run.pods).toEqual({ us: 1 });
  });
});
