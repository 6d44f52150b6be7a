import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { sampleImageReference } from "../../bench/images/index.ts";
import { bench, sendTraffic, type TrafficRequestInput } from "../../bench/index.ts";
import { judgeSplit } from "../../bench/traffic/judge.ts";
import type { Mesh, MeshDefinition } from "../../model/index.ts";
import { workload } from "./discovery/workload.ts";
import { meshAtDoor, type MeshAtDoor } from "./doors/mesh-at-door.ts";
import { whoAnswered } from "./doors/who-answered.ts";
import { trustDomain } from "./istio-ground.ts";
import { complaints } from "./setup/complaints.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";
import { kubectl } from "./setup/kubectl.ts";

// A service whose host no Service of Kubernetes has and no DNS server knows: its pods and a machine answer for it.

const image = sampleImageReference;
const namespace = "own-host";
const other = "own-host-money";
const host = "billing.internal.example.com";

/** Strict everywhere: mutual TLS, declared callers, proxies that hear of nothing else. */
const definition: MeshDefinition = {
  name: namespace,
  trust: { domain: trustDomain },
  access: { default: "declared-calls" },
  services: {
    web: {
      image,
      discovery: { scope: "declared-calls" },
      calls: { billing: { operations: [{ methods: ["GET"] }] }, invoices: {} },
    },
    // Hears of everything, so that only access keeps it away.
    nosy: { image },
    billing: {
      host,
      namespace: other,
      visibility: [namespace],
      ports: { http: { number: 80, target: 8080 } },
      // The older one only runs on the machine.
      versions: { v1: {}, v2: { image } },
      machineGroup: {},
    },
    invoices: { image },
  },
  routes: {
    billing: {
      split: { v1: 30, v2: 70 },
      rules: [
        { name: "old", matches: [{ path: { prefix: "/v1/" } }], split: { v1: 100 } },
        { name: "new", matches: [{ path: { prefix: "/v2/" } }], split: { v2: 100 } },
      ],
    },
    invoices: { rules: [{ matches: [{ path: { prefix: "/bills/" } }], service: "billing" }] },
  },
  gateways: {
    edge: { ports: { http: 8080 }, hosts: { "billing.example": { service: "billing" } } },
  },
};

/**
 * Stands for a machine: it has labels of its own, and its proxy registers itself with the group. A real one gets the labels
 * of the group from what `istioctl x workload entry configure` writes for it, as here.
 */
const machine = workload({
  name: "rack",
  namespace: other,
  labels: { role: "machine" },
  serviceAccountName: "billing",
  port: 8080,
  proxyEnvironment: { ISTIO_METAJSON_LABELS: JSON.stringify({ app: "billing", version: "v1" }) },
  annotations: {
    "proxy.istio.io/config": JSON.stringify({
      proxyMetadata: {
        ISTIO_META_AUTO_REGISTER_GROUP: "billing-v1",
      },
    }),
  },
});

describe("a service with a host of its own", () => {
  let door: MeshAtDoor;
  let mesh: Mesh;

  beforeAll(async () => {
    door = await meshAtDoor(kubeconfig, namespace);
    mesh = await door.deploy(definition, [machine]);
    const taken = async (): Promise<void> => {
      expect(await call("/v2/a")).toBe("5 billing v2");
      expect(await call("/v1/a")).toBe("5 rack v1");
      expect(whoAnswered(await atDoor("/v1/a"))).toBe("5 rack v1");
    };
    await vi.waitFor(taken, { timeout: 60_000, interval: 500 });
  }, 240_000);

  afterAll(() => door.remove(), 120_000);

  type More = Omit<Partial<TrafficRequestInput>, "url">;

  async function send(path: string, more: More = {}, app = "web") {
    const from = { namespace, app };
    return sendTraffic({ kubeconfig }, { from, url: `http://${host}${path}`, ...more });
  }

  async function call(path: string): Promise<string> {
    return whoAnswered(await send(path, { requests: 5, keep: 5 }));
  }

  async function atDoor(path: string) {
    const way = door.fromStranger("billing.example", path);
    return sendTraffic({ kubeconfig }, { ...way, requests: 5, keep: 5 });
  }

  test("no Service of Kubernetes has it, and its caller finds it by its host", async () => {
    const services = ["get", "services", `--namespace=${other}`, "--output=name"];
    expect((await kubectl(kubeconfig, services)).trim()).toBe("");
    const run = await bench(mesh, { kubeconfig }).traffic({ from: "web", to: "billing" });
    expect(run.url).toBe(`http://${host}:80/`);
    expect(run.statuses).toEqual({ 200: 1 });
  });

  test("its rules and weights reach its pods and its machine, by mutual TLS", async () => {
    expect(await call("/v2/a")).toBe("5 billing v2");
    expect(await call("/v1/a")).toBe("5 rack v1");
    const run = await send("/", { requests: 1000 });
    expect(run.identities).toEqual({ [`spiffe://${trustDomain}/ns/${namespace}/sa/web`]: 1000 });
    expect(judgeSplit(run, { v1: 30, v2: 70 }, 0.9999)).toMatchObject({ pass: true });
  });

  test("gateways and rules of other services lead to it", async () => {
    const run = await atDoor("/v2/a");
    expect(whoAnswered(run)).toBe("5 billing v2");
    expect(run.identities).toEqual({ [`spiffe://${trustDomain}/ns/${namespace}/sa/edge`]: 5 });
    const invoices = await bench(mesh, { kubeconfig }).traffic({
      ...{ from: "web", to: "invoices", path: "/bills/a" },
      ...{ requests: 50, keep: 20 },
    });
    expect(whoAnswered(invoices)).toMatch(/billing v2/);
    expect(Object.keys(invoices.versions).sort()).toEqual(["v1", "v2"]);
  });

  test("a caller does what it declares, and who is not declared gets nothing", async () => {
    expect((await send("/v2/a", { method: "POST" })).statuses).toEqual({ 403: 1 });
    // The machine has other labels besides, and is under the same rules.
    expect((await send("/v1/a", { method: "POST" })).statuses).toEqual({ 403: 1 });
    // It calls by any address that it finds, for its proxy only answers for hosts that it declares to call.
    const connect = { host: `edge.${namespace}.svc.cluster.local`, port: 80 };
    expect((await send("/v2/a", { connect }, "nosy")).statuses).toEqual({ 403: 1 });
    expect((await send("/v1/a", { connect }, "nosy")).statuses).toEqual({ 403: 1 });
    expect((await send("/v2/a", {}, "nosy")).errors).toEqual({ name: 1 });
  });

  test("neither a proxy nor istiod complains of what it was given", async () => {
    expect(await complaints(kubeconfig)).toEqual([]);
  });
});
