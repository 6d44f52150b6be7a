import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { binomialInterval } from "../../bench/index.ts";
import { createReport } from "../../diagnostics/index.ts";
import { buildGraph, type Manifest } from "../../graph/index.ts";
import { parseMesh, type MeshDefinition } from "../../model/index.ts";
import { compileIstio, injectionLabels } from "../../targets/istio/index.ts";
import { compileKubernetes } from "../../targets/kubernetes/index.ts";
import { ensureTools } from "../../tools/index.ts";
import { makeAuthority } from "../edge/make-chain.ts";
import type { Answer, Call } from "./doors/client.ts";
import { gatewayWorkload } from "./doors/gateway-workload.ts";
import { tlsServer } from "./doors/tls-server.ts";
import { prepareIstio, trustDomain, type IstioGround } from "./istio-ground.ts";
import { complaints } from "./setup/complaints.ts";

// Ways into the mesh and out of it, measured on real proxies. Clients of the way in are a pod without a proxy.

const image = "docker.io/heddle/sample:dev";
const namespace = "ways";
const outside = "ways-outside";

const teapot = `
function envoy_on_request(handle)
  if handle:headers():get(":path") == "/tea" then
    handle:respond({[":status"] = "418"}, "short and stout")
  end
end`;

const definition = (ratesAddress: string): MeshDefinition => ({
  name: namespace,
  trust: { domain: trustDomain },
  services: {
    web: { image, calls: { rates: {} } },
    ledger: { image, port: 5432, protocol: "tcp", versions: ["v1", "v2"] },
    vault: { port: 8443, protocol: "tls" },
    rates: {
      external: {
        hosts: ["rates.example"],
        resolution: "static",
        endpoints: [ratesAddress],
        tls: { secret: "rates-ca" },
        through: "out",
      },
    },
  },
  routes: { ledger: { split: { v1: 80, v2: 20 } } },
  gateways: {
    edge: {
      hosts: {
        "doors.example": {
          service: "web",
          tls: { secret: "cert", minVersion: "1.3", clients: { secret: "clients" } },
        },
        "vault.example": { service: "vault", tls: { mode: "passthrough" } },
      },
      tcp: { ledger: { port: 5432, service: "ledger" } },
      extensions: [{ name: "teapot", before: "authorization", lua: teapot }],
    },
    out: { kind: "egress" },
  },
});

describe("doors", () => {
  let ground: IstioGround;
  let folder: string;
  let tls: { readonly ca: string; readonly cert: string; readonly key: string };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "heddle-doors-"));
    const authority = await makeAuthority(folder);
    const chain = async (name: string, host: string) => {
      const at = await authority.issue(name, [`DNS:${host}`]);
      const read = (file: string): Promise<string> => readFile(join(at, file), "utf8");
      return { "tls.crt": await read("tls.crt"), "tls.key": await read("tls.key") };
    };
    const ca = { "ca.crt": authority.root };
    const client = await chain("client", "client.example");
    tls = { ca: authority.root, cert: client["tls.crt"], key: client["tls.key"] };
    ground = await prepareIstio(inject("kubeconfig"));
    await ground.apply([
      namespaceOf(outside, {}),
      namespaceOf(namespace, injectionLabels),
      secret(outside, "rates", await chain("rates", "rates.example")),
      secret(namespace, "vault", await chain("vault", "vault.example")),
      secret(namespace, "cert", await chain("cert", "doors.example")),
      secret(namespace, "clients", ca),
      secret(namespace, "rates-ca", ca),
      ...tlsServer("rates", outside, 443),
      ...tlsServer("vault", namespace, 8443),
    ]);
    const report = createReport();
    const mesh = parseMesh(definition(await addressOf(outside, "app=rates")), report);
    expect(report.diagnostics()).toEqual([]);
    if (mesh === undefined) throw new Error("the mesh was not read");
    const graph = buildGraph(mesh, report);
    const workloads = compileKubernetes(mesh, report, { namespaceLabels: injectionLabels });
    const objects = compileIstio(mesh, graph, report);
    await ground.apply([
      ...workloads,
      ...gatewayWorkload("edge", namespace, [80, 443, 5432]),
      ...gatewayWorkload("out", namespace, [80, 443]),
      ...objects,
    ]);
    // Listeners, certificates and routes reach the proxies within seconds.
    const first = async (): Promise<void> => {
      const asked = [{ ...door, ...tls }, toVault(), toLedger];
      const answers = [...(await fromOutside(asked)), ...(await fromWeb([toRates]))];
      expect(answers.map(({ error }) => error)).toEqual(answers.map(() => undefined));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, undefined, 200]);
    };
    await vi.waitFor(first, { timeout: 30_000, interval: 500 });
  }, 180_000);

  afterAll(async () => {
    await ground.remove();
    await rm(folder, { recursive: true, force: true });
  }, 120_000);

  const host = `edge.${namespace}.svc.cluster.local`;
  const door: Call = {
    protocol: "https",
    host,
    port: 443,
    servername: "doors.example",
    headers: { host: "doors.example" },
  };
  const toLedger: Call = { protocol: "tcp", host, port: 5432 };
  // No DNS server knows the name: the caller's proxy goes by the host that the request names, whatever the address.
  const toRates: Call = {
    protocol: "http",
    host: "192.0.2.1",
    port: 80,
    path: "/eur",
    headers: { host: "rates.example" },
  };
  const toVault = (): Call => ({
    ...{ protocol: "https", host, port: 443, path: "/key", ca: tls.ca },
    ...{ servername: "vault.example", headers: { host: "vault.example" } },
  });

  async function kubectl(args: readonly string[], input = ""): Promise<string> {
    const { kubectl: program } = await ensureTools(["kubectl"]);
    const all = [`--kubeconfig=${inject("kubeconfig")}`, ...args];
    return (await execa(program, all, { input, timeout: 60_000 })).stdout;
  }

  async function addressOf(where: string, labels: string): Promise<string> {
    const jsonpath = "--output=jsonpath={.items[0].status.podIP}";
    return kubectl(["get", "pods", `--namespace=${where}`, `--selector=${labels}`, jsonpath]);
  }

  async function callsFrom(where: string, deployment: string, calls: readonly Call[]) {
    const script = await readFile(join(import.meta.dirname, "doors", "client.ts"), "utf8");
    const place = [
      `--namespace=${where}`,
      "--container=app",
      "--stdin",
      `deployment/${deployment}`,
    ];
    const node = [
      "/usr/local/bin/node",
      "--input-type=module-typescript",
      "-",
      JSON.stringify(calls),
    ];
    const printed = await kubectl(["exec", ...place, "--", ...node], script);
    return JSON.parse(printed) as readonly Answer[];
  }
  const fromOutside = (calls: readonly Call[]) => callsFrom(outside, "rates", calls);
  const fromWeb = (calls: readonly Call[]) => callsFrom(namespace, "web", calls);

  test("only who shows a certificate of the clients' authority gets in", async () => {
    const { ca, ...own } = tls;
    const [with_, without] = await fromOutside([
      { ...door, ca, ...own },
      { ...door, ca },
    ]);
    expect(with_?.status).toBe(200);
    expect(without?.status).toBeUndefined();
    expect(without?.error).toMatch(/certificate.required|ECONNRESET/i);
  });

  test("an older version of TLS than the host's oldest is refused", async () => {
    const [newer, older] = await fromOutside([
      { ...door, ...tls, maxVersion: "TLSv1.3" },
      { ...door, ...tls, maxVersion: "TLSv1.2" },
    ]);
    expect(newer?.status).toBe(200);
    expect(older?.error).toMatch(/protocol version/i);
  });

  test("TLS passes through by its name, and the service ends it with its own certificate", async () => {
    const [answer] = await fromOutside([toVault()]);
    expect(answer?.status).toBe(200);
    expect(JSON.parse(answer?.body ?? "")).toMatchObject({ sni: "vault.example", url: "/key" });
  });

  test("plain HTTP of a host with a certificate is sent to HTTPS", async () => {
    const headers = { host: "doors.example" };
    const call: Call = { protocol: "http", host, port: 80, path: "/a", headers };
    expect(await fromOutside([call])).toEqual([
      { status: 301, body: "", location: "https://doors.example/a" },
    ]);
  });

  test("a script of the gateway answers by itself", async () => {
    const [tea, other] = await fromOutside([
      { ...door, ...tls, path: "/tea" },
      { ...door, ...tls },
    ]);
    expect(tea).toMatchObject({ status: 418, body: "short and stout" });
    expect(other?.status).toBe(200);
  });

  test("connections of plain TCP are split by weight", async () => {
    const trials = 300;
    const greetings = (await fromOutside([{ ...toLedger, times: trials }])).map(({ body }) => body);
    const to = (version: string): number =>
      greetings.filter((each) => each?.startsWith(`heddle ledger ${version}\n`)).length;
    expect(to("v1") + to("v2")).toBe(trials);
    // False alarms: one in a million runs.
    const { low, high } = binomialInterval(trials, 0.2, 0.999999);
    expect(to("v2")).toBeGreaterThanOrEqual(low);
    expect(to("v2")).toBeLessThanOrEqual(high);
  });

  test("what leaves goes through the gateway, which starts TLS to a server that proves its name", async () => {
    const [answer] = await fromWeb([toRates]);
    expect(answer?.status).toBe(200);
    const from = `::ffff:${await addressOf(namespace, "istio=out")}`;
    expect(JSON.parse(answer?.body ?? "")).toEqual({ sni: "rates.example", url: "/eur", from });
  });

  test("neither a proxy nor istiod complains of what it was given", async () => {
    expect(await complaints(inject("kubeconfig"))).toEqual([]);
  });
});

function namespaceOf(name: string, labels: Readonly<Record<string, string>>): Manifest {
  return { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } };
}

function secret(
  where: string,
  name: string,
  stringData: Readonly<Record<string, string>>,
): Manifest {
  const metadata = { name, namespace: where };
  const type = "tls.crt" in stringData ? "kubernetes.io/tls" : "Opaque";
  return { apiVersion: "v1", kind: "Secret", metadata, type, stringData };
}
