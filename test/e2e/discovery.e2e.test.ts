import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bench, binomialInterval, createUpstream } from "../../bench/index.ts";
import { waitUntil } from "../../bench/cluster/wait-until.ts";
import { createReport } from "../../diagnostics/index.ts";
import { buildGraph, type Manifest } from "../../graph/index.ts";
import {
  parseMesh,
  type Mesh,
  type MeshDefinition,
  type ServiceDefinition,
} from "../../model/index.ts";
import {
  compileIstio,
  injectionLabels,
  outsideLabels,
  podAnnotations,
  serviceAnnotations,
} from "../../targets/istio/index.ts";
import { compileKubernetes, service } from "../../targets/kubernetes/index.ts";
import { webSocketEcho } from "../services/web-socket-echo.ts";
import { twoProtocols } from "./discovery/two-protocols.ts";
import { workload } from "./discovery/workload.ts";
import { callsFrom } from "./doors/calls-from.ts";
import type { Call } from "./doors/client.ts";
import { prepareIstio, trustDomain, type IstioGround } from "./istio-ground.ts";
import { complaints } from "./setup/complaints.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";
import { kubectl } from "./setup/kubectl.ts";
import { podsOf } from "./setup/pods-of.ts";

// What proxies hear of, by their own word and by requests. Everybody may call everybody: only the callers' proxies refuse.

const image = "docker.io/heddle/sample:dev";
const namespace = "hears";
const other = "hears-other";

const definition: MeshDefinition = {
  name: namespace,
  trust: { domain: trustDomain },
  access: { default: "open" },
  services: {
    web: { image, calls: { cart: {}, members: {} }, discovery: { scope: "declared-calls" } },
    free: { image },
    cart: { image },
    audit: { image, namespace: other },
    aside: { image },
    hidden: { image, namespace: other, visibility: "namespace" },
    near: { image, namespace: other },
    members: { image, headless: true, replicas: 2 },
    // Stand for machines: their pods have no proxy, and no Service is asked for them.
    desk: { image, inMesh: false, replicas: 2 },
    // Somebody else's program, which speaks another HTTP at each port.
    modern: {
      ports: { http: { number: 8080, protocol: "http2" }, old: { number: 8081 } },
    },
    // And one that answers WebSockets.
    chat: {},
    press: { machineGroup: { ready: { path: "/ready", interval: "1s", failures: 2 } } },
  },
  routes: { cart: { mirror: { service: "audit" } }, chat: { timeout: "500ms" } },
};

/**
 * Stands for a machine: no Service selects its pod, and its proxy names the group that it registers with. What labels it
 * has by itself would win over those of the group.
 */
const machine = workload({
  name: "machine",
  namespace,
  labels: { role: "machine" },
  serviceAccountName: "press",
  port: 8080,
  annotations: {
    "proxy.istio.io/config": JSON.stringify({
      proxyMetadata: { ISTIO_META_AUTO_REGISTER_GROUP: "press" },
      readinessProbe: {
        httpGet: { path: "/ready", port: 8080 },
        periodSeconds: 1,
        failureThreshold: 2,
      },
    }),
  },
});

/** Somebody else's program behind a Service of the mesh. */
function program({ services }: Mesh, name: string, text: string): readonly Manifest[] {
  const called = services[name];
  if (called?.kind !== "workload") throw new Error(`${name} is no workload`);
  const labels = { app: name, version: "default" };
  return [service(called), workload({ name, namespace, labels, program: text, port: 8080 })];
}

const soon = { timeout: 40_000, interval: 500 };

describe("discovery", () => {
  let ground: IstioGround;
  let mesh: Mesh;

  beforeAll(async () => {
    ground = await prepareIstio(kubeconfig);
    mesh = await apply(definition);
    await ground.apply([
      ...program(mesh, "modern", twoProtocols),
      ...program(mesh, "chat", webSocketEcho(8080)),
    ]);
    const settled = async (): Promise<boolean> => (await send("web", "cart"))["200"] === 1;
    expect(await waitUntil(settled, { timeout: 60_000, interval: 500 })).toBe(true);
  }, 300_000);

  afterAll(() => ground.remove(), 180_000);

  async function apply(wanted: MeshDefinition): Promise<Mesh> {
    const report = createReport();
    const parsed = parseMesh(wanted, report);
    expect(report.diagnostics()).toEqual([]);
    if (parsed === undefined) throw new Error("the mesh was not read");
    const namespaceLabels = injectionLabels;
    const options = { namespaceLabels, outsideLabels, podAnnotations, serviceAnnotations };
    const workloads = compileKubernetes(parsed, report, options);
    const objects = compileIstio(parsed, buildGraph(parsed, report), report);
    await ground.apply([...workloads.filter(({ kind }) => kind === "Namespace"), ...objects]);
    await ground.apply(workloads);
    return parsed;
  }

  /** What stands for machines. */
  async function desks() {
    const select = ["get", "pods", `--namespace=${namespace}`, "--selector=app=desk"];
    const each = '{range .items[*]}{.metadata.name} {.status.podIP}{"\\n"}{end}';
    const lines = await kubectl(kubeconfig, [...select, `--output=jsonpath=${each}`]);
    return lines
      .trim()
      .split("\n")
      .map((line) => {
        const [name = "", address = ""] = line.split(" ");
        return { name, address };
      });
  }

  async function send(from: string, to: string): Promise<Readonly<Record<string, number>>> {
    const { statuses } = await bench(mesh, { kubeconfig }).traffic({ from, to, timeoutMs: 5000 });
    return statuses;
  }

  /** The hosts of the mesh that the proxy of a service knows. */
  async function heard(service: string, at = namespace): Promise<readonly string[]> {
    const pod = ["exec", `--namespace=${at}`, `deployment/${service}`, "--container=istio-proxy"];
    const text = await kubectl(kubeconfig, [
      ...pod,
      "--",
      "pilot-agent",
      "request",
      "GET",
      "clusters",
    ]);
    const hosts = text.matchAll(/^outbound\|\d+\|[^|]*\|([a-z-]+)\.hears(?:-other)?\.svc/gm);
    return [...new Set([...hosts].map(([, name = ""]) => name))].sort();
  }

  test("a proxy hears only of declared calls, and of what their routes send to", async () => {
    expect(await heard("web")).toEqual(["audit", "cart", "members"]);
    expect(await heard("free")).toEqual([
      "aside",
      "audit",
      "cart",
      "chat",
      "desk",
      "free",
      "members",
      "modern",
      "near",
      "press",
      "web",
    ]);
  });

  test("a host that a proxy does not hear of is refused by that proxy", async () => {
    expect(await send("web", "cart")).toEqual({ 200: 1 });
    expect(await send("web", "aside")).toEqual({ 502: 1 });
    expect(await send("free", "aside")).toEqual({ 200: 1 });
  });

  test("a service is heard of where it is visible", async () => {
    expect(await heard("near", other)).toContain("hidden");
    expect(await heard("free")).not.toContain("hidden");
    expect(await send("near", "hidden")).toEqual({ 200: 1 });
  });

  test("a headless service is reached by mutual TLS, at the instance that the caller chose", async () => {
    const run = await bench(mesh, { kubeconfig }).traffic({
      from: "web",
      to: "members",
      requests: 4,
    });
    expect(run.statuses).toEqual({ 200: 4 });
    expect(run.identities).toEqual({ [`spiffe://${trustDomain}/ns/${namespace}/sa/web`]: 4 });
  });

  test("a machine answers for its service, on a port of its own", async () => {
    const [desk = { name: "", address: "" }] = await desks();
    const hall = { address: desk.address, ports: { http: 8080 } };
    const printer = { port: 9100, inMesh: false, machines: { hall } };
    mesh = await apply({ ...definition, services: { ...definition.services, printer } });
    // The bench looks for the pods of whom it asks by name, and a machine is none.
    const url = `http://printer.${namespace}.svc.cluster.local:9100/`;
    const print = () => bench(mesh, { kubeconfig }).traffic({ from: "free", url, timeoutMs: 5000 });
    const answered = async (): Promise<boolean> => (await print()).statuses["200"] === 1;
    expect(await waitUntil(answered, { timeout: 30_000, interval: 500 })).toBe(true);
    expect(Object.keys((await print()).pods)).toEqual([desk.name]);
  }, 90_000);

  test("machines have shares of the requests by their weights", async () => {
    const [strong = { name: "", address: "" }, weak = { name: "", address: "" }] = await desks();
    const ports = { http: 8080 };
    const scanner: ServiceDefinition = {
      port: 9200,
      inMesh: false,
      policy: { loadBalancing: "round-robin" },
      machines: {
        strong: { address: strong.address, ports, weight: 4 },
        weak: { address: weak.address, ports, weight: 1 },
      },
    };
    mesh = await apply({ ...definition, services: { ...definition.services, scanner } });
    const url = `http://scanner.${namespace}.svc.cluster.local:9200/`;
    const scan = (requests: number) =>
      bench(mesh, { kubeconfig }).traffic({ from: "free", url, requests, timeoutMs: 5000 });
    const both = async (): Promise<boolean> => Object.keys((await scan(30)).pods).length === 2;
    expect(await waitUntil(both, { timeout: 30_000, interval: 500 })).toBe(true);
    const trials = 300;
    const { pods } = await scan(trials);
    // False alarms: one in a million runs.
    const { low, high } = binomialInterval(trials, 0.8, 0.999999);
    expect(pods[strong.name]).toBeGreaterThanOrEqual(low);
    expect(pods[strong.name]).toBeLessThanOrEqual(high);
  }, 90_000);

  test("a port of HTTP/2 is spoken to in HTTP/2, and another one in what its caller speaks", async () => {
    const host = `modern.${namespace}.svc.cluster.local`;
    const calls = [8080, 8081].map((port): Call => ({ protocol: "http", host, port }));
    const answers = await callsFrom(kubeconfig, { namespace, deployment: "free" }, calls);
    expect(answers.map(({ body }) => body)).toEqual(["2.0", "1.1"]);
  });

  test("a WebSocket passes both proxies, and outlives the deadline of its route", async () => {
    const host = `chat.${namespace}.svc.cluster.local`;
    const call: Call = { protocol: "ws", host, port: 8080, path: "/room" };
    const calls = [call, { ...call, after: 1000 }, { ...call, protocol: "http" } as const];
    const answers = await callsFrom(kubeconfig, { namespace, deployment: "free" }, calls);
    const echoed = { status: 101, body: "/room over here" };
    expect(answers).toEqual([echoed, echoed, expect.objectContaining({ status: 426 })]);
  });

  test("a machine registers itself, and has requests while it is ready", async () => {
    const url = `http://press.${namespace}.svc.cluster.local:8080/`;
    const print = () => bench(mesh, { kubeconfig }).traffic({ from: "free", url, timeoutMs: 5000 });
    const answers = async (): Promise<boolean> => (await print()).statuses["200"] === 1;
    expect((await print()).statuses).toEqual({ 503: 1 });
    await ground.apply([machine]);
    expect(await waitUntil(answers, soon)).toBe(true);
    const run = await print();
    expect(Object.keys(run.pods)).toEqual([expect.stringMatching(/^machine-/)]);
    expect(Object.keys(run.identities)).toEqual([
      `spiffe://${trustDomain}/ns/${namespace}/sa/free`,
    ]);
    const entries = ["get", "workloadentries", `--namespace=${namespace}`, "--output=name"];
    expect(await kubectl(kubeconfig, entries)).toMatch(/workloadentry.*\/press-/);
    const [pod = ""] = await podsOf(kubeconfig, { namespace, selector: "role=machine" });
    const itself = createUpstream({ kubeconfig }, { namespace, pod });
    await itself.plan({ fail: { status: 500 } }, { seconds: 60 });
    const rests = async (): Promise<boolean> => (await print()).statuses["503"] === 1;
    expect(await waitUntil(rests, soon)).toBe(true);
    await itself.heal();
    expect(await waitUntil(answers, soon)).toBe(true);
  }, 120_000);

  test("neither a proxy nor istiod complains of what it was given", async () => {
    expect(await complaints(kubeconfig)).toEqual([]);
  });
});
