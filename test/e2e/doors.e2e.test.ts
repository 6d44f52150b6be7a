import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { binomialInterval } from "../../bench/index.ts";
import { createReport } from "../../diagnostics/index.ts";
import { buildGraph } from "../../graph/index.ts";
import { parseMesh } from "../../model/index.ts";
import { compileIstio, injectionLabels } from "../../targets/istio/index.ts";
import { compileKubernetes } from "../../targets/kubernetes/index.ts";
import { makeAuthority, type KeyKind } from "../edge/make-chain.ts";
import { callsFrom } from "./doors/calls-from.ts";
import type { Call } from "./doors/client.ts";
import {
  doorsMesh,
  namespace,
  outside,
  podName,
  reader,
  readers,
  strangers,
} from "./doors/doors-mesh.ts";
import { gatewayWorkload } from "./doors/gateway-workload.ts";
import { namespaceOf, secret } from "./doors/objects.ts";
import { tlsServer } from "./doors/tls-server.ts";
import { prepareIstio, type IstioGround } from "./istio-ground.ts";
import { complaints } from "./setup/complaints.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";
import { kubectl } from "./setup/kubectl.ts";

// Ways into the mesh and out of it, measured on real proxies. Clients of the way in are a pod without a proxy.

describe("doors", () => {
  let ground: IstioGround;
  let folder: string;
  let rates: string;
  let tls: { readonly ca: string; readonly cert: string; readonly key: string };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "heddle-doors-"));
    const authority = await makeAuthority(folder);
    const chain = async (name: string, hosts: string, kind: KeyKind = "ecdsa") => {
      const names = hosts.split(" ").map((each) => `DNS:${each}`);
      const at = await authority.issue(name, names, { kind });
      const read = (file: string): Promise<string> => readFile(join(at, file), "utf8");
      return { "tls.crt": await read("tls.crt"), "tls.key": await read("tls.key") };
    };
    const ca = { "ca.crt": authority.root };
    const client = await chain("client", "client.example");
    tls = { ca: authority.root, cert: client["tls.crt"], key: client["tls.key"] };
    ground = await prepareIstio(kubeconfig);
    await ground.apply([
      namespaceOf(outside, {}),
      namespaceOf(namespace, injectionLabels),
      secret(outside, "rates", await chain("rates", `rates.example ${podName("*")}`)),
      secret(namespace, "vault", await chain("vault", "vault.example a.vault.example")),
      secret(namespace, "guarded", await chain("guarded", "guarded.vault.example")),
      secret(namespace, "cert", await chain("cert", "doors.example")),
      secret(namespace, "rsa", await chain("rsa", "both.example", "rsa")),
      secret(namespace, "ecdsa", await chain("ecdsa", "both.example")),
      secret(namespace, "closed", await chain("closed", "closed.example")),
      secret(namespace, "db-cert", await chain("db", "db.example")),
      secret(namespace, "clients", ca),
      secret(namespace, "rates-ca", ca),
      ...tlsServer("rates", outside, 443),
      ...tlsServer("vault", namespace, 8443),
    ]);
    const report = createReport();
    rates = await addressOf(outside, "app=rates");
    const mesh = parseMesh(doorsMesh(rates), report);
    expect(report.diagnostics()).toEqual([]);
    if (mesh === undefined) throw new Error("the mesh was not read");
    const graph = buildGraph(mesh, report);
    const workloads = compileKubernetes(mesh, report, { namespaceLabels: injectionLabels });
    const objects = compileIstio(mesh, graph, report);
    await ground.apply([
      ...workloads,
      ...gatewayWorkload("edge", namespace, [8080, 8443, 5432]),
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
    port: 8443,
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
    ...{ protocol: "https", host, port: 8443, path: "/key", ca: tls.ca },
    ...{ servername: "vault.example", headers: { host: "vault.example" } },
  });

  async function addressOf(where: string, labels: string): Promise<string> {
    const jsonpath = "--output=jsonpath={.items[0].status.podIP}";
    return kubectl(kubeconfig, [
      "get",
      "pods",
      `--namespace=${where}`,
      `--selector=${labels}`,
      jsonpath,
    ]);
  }

  const from = (place: string, deployment: string, calls: readonly Call[]) =>
    callsFrom(kubeconfig, { namespace: place, deployment }, calls);
  const fromOutside = (calls: readonly Call[]) => from(outside, "rates", calls);
  const fromWeb = (calls: readonly Call[]) => from(namespace, "web", calls);

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

  const inPlain = (name: string, headers: Readonly<Record<string, string>> = {}): Call => ({
    ...{ protocol: "http", host, port: 8080, path: "/a" },
    headers: { host: name, ...headers },
  });

  test("plain HTTP of a host with a certificate is sent to HTTPS, at the port where that is", async () => {
    expect(await fromOutside([inPlain("doors.example")])).toEqual([
      { status: 301, body: "", location: "https://doors.example:8443/a" },
    ]);
  });

  test("plain HTTP of a host with a certificate is answered or refused where the host says so", async () => {
    const answers = await fromOutside([inPlain("both.example"), inPlain("closed.example")]);
    expect(answers.map(({ status }) => status)).toEqual([200, 404]);
    const inTls = {
      ...door,
      ca: tls.ca,
      servername: "closed.example",
      headers: { host: "closed.example" },
    };
    expect((await fromOutside([inTls])).map(({ status }) => status)).toEqual([200]);
  });

  test("a host shows each client a certificate of the kind that it understands", async () => {
    const both = {
      ...door,
      ca: tls.ca,
      servername: "both.example",
      maxVersion: "TLSv1.2",
    } as const;
    const headers = { host: "both.example" };
    const answers = await fromOutside([
      { ...both, headers, ciphers: "ECDHE-RSA-AES128-GCM-SHA256" },
      { ...both, headers, ciphers: "ECDHE-ECDSA-AES128-GCM-SHA256" },
    ]);
    expect(answers.map(({ status, keyBits }) => ({ status, keyBits }))).toEqual([
      { status: 200, keyBits: 2048 },
      { status: 200, keyBits: 256 },
    ]);
  });

  test("TLS ends at the gateway, and what is inside is no HTTP", async () => {
    const { ca } = tls;
    const [answer] = await fromOutside([
      { protocol: "tls", host, port: 8443, servername: "db.example", ca },
    ]);
    expect(answer?.body).toMatch(/^heddle ledger v[12]\n/);
  });

  test("a gateway looks for the token of a host", async () => {
    const token = (headers: Readonly<Record<string, string>>): Call =>
      inPlain("tokens.example", headers);
    const answers = await fromOutside([
      token({}),
      token(strangers.bearer(reader)),
      token(readers.bearer(reader)),
      inPlain("both.example"),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 401, 200, 200]);
  });

  test("a wildcard passes through beside a host whose requests need a token", async () => {
    const named = (name: string, headers: Readonly<Record<string, string>> = {}): Call => ({
      ...{ ...toVault(), servername: name, headers: { host: name, ...headers } },
    });
    const guarded = "guarded.vault.example";
    const answers = await fromOutside([
      named("a.vault.example"),
      named(guarded),
      named(guarded, strangers.bearer(reader)),
      named(guarded, readers.bearer(reader)),
      // Another name inside than outside.
      { ...named("both.example"), headers: { host: guarded } },
    ]);
    expect(answers.slice(0, 4).map(({ status }) => status)).toEqual([200, 403, 401, 200]);
    expect(JSON.parse(answers[0]?.body ?? "")).toMatchObject({ sni: "a.vault.example" });
    expect(answers[4]?.status).not.toBe(200);
  });

  test("a service that ends TLS itself is called through the mesh by its own name", async () => {
    const name = `vault.${namespace}.svc.cluster.local`;
    const call: Call = { protocol: "https", host: name, port: 8443, path: "/in", ca: tls.ca };
    const [answer] = await fromWeb([{ ...call, servername: "vault.example" }]);
    expect(JSON.parse(answer?.body ?? "{}")).toMatchObject({ sni: "vault.example", url: "/in" });
    // The proxies of both sides do their own TLS around it: the server sees its own proxy.
    expect(JSON.parse(answer?.body ?? "{}")).toMatchObject({
      from: expect.stringMatching(/127\.0\.0\.6$/) as string,
    });
  });

  test("a service outside is found by its DNS name", async () => {
    const servername = podName(rates);
    // Nobody answers at this address: the proxy reads the name and asks DNS.
    const call: Call = { protocol: "https", host: "192.0.2.2", port: 443, path: "/q", ca: tls.ca };
    const [answer] = await fromWeb([{ ...call, servername, headers: { host: servername } }]);
    expect(JSON.parse(answer?.body ?? "{}")).toMatchObject({ sni: servername, url: "/q" });
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
    expect(await complaints(kubeconfig)).toEqual([]);
  });
});
