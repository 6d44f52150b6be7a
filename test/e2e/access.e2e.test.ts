import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { bench, type Place } from "../../bench/index.ts";
import { waitUntil } from "../../bench/cluster/wait-until.ts";
import { createReport } from "../../diagnostics/index.ts";
import { buildGraph } from "../../graph/index.ts";
import { parseMesh, type Mesh, type MeshDefinition } from "../../model/index.ts";
import { compileIstio, injectionLabels, outsideLabels } from "../../targets/istio/index.ts";
import { compileKubernetes } from "../../targets/kubernetes/index.ts";
import { prepareIstio, trustDomain, type IstioGround } from "./istio-ground.ts";

// Who gets in, measured on real proxies. The driver sends from inside the workloads.

const image = "docker.io/heddle/sample:dev";

const definition: MeshDefinition = {
  name: "doors",
  trust: { domain: trustDomain },
  access: {
    default: "declared-calls",
    rules: {
      "no-secrets": {
        action: "deny",
        services: ["cart"],
        to: [{ paths: [{ prefix: "/secret" }] }],
      },
      "not-from-elsewhere": {
        action: "deny",
        services: ["books"],
        from: [{ namespaces: ["doors-elsewhere"] }],
      },
      "not-from-pods": {
        action: "deny",
        services: ["vault"],
        from: [{ ipBlocks: ["0.0.0.0/0"] }],
        when: { headers: { "x-blocked": ["yes"] } },
      },
    },
  },
  services: {
    web: {
      image,
      calls: {
        cart: {},
        vault: {},
        books: { operations: [{ methods: ["GET"], paths: [{ prefix: "/public/" }] }] },
      },
    },
    // Declares no call to cart.
    stray: { image, namespace: "doors-elsewhere", calls: { books: {} } },
    cart: { image },
    scraped: {
      image,
      ports: {
        http: { number: 8080, mtls: "permissive" },
        tcp: { number: 9090, protocol: "tcp" },
      },
    },
    books: { image },
    vault: { image },
    outsider: { image, inMesh: false },
  },
};

describe("access", () => {
  let ground: IstioGround;
  let mesh: Mesh;

  beforeAll(async () => {
    const report = createReport();
    const parsed = parseMesh(definition, report);
    expect(report.diagnostics()).toEqual([]);
    if (parsed === undefined) throw new Error("the mesh was not read");
    mesh = parsed;
    ground = await prepareIstio(inject("kubeconfig"));
    const options = { namespaceLabels: injectionLabels, outsideLabels };
    await ground.apply([
      ...compileKubernetes(mesh, report, options),
      ...compileIstio(mesh, buildGraph(mesh, report), report),
    ]);
    // A policy that was applied reaches a proxy within seconds: when the stray is refused, all have arrived.
    const refused = async (): Promise<boolean> =>
      (await statusOf({ from: "stray", to: "cart" }))["403"] === 1;
    expect(await waitUntil(refused, { timeout: 60_000, interval: 500 })).toBe(true);
  });

  afterAll(() => ground.remove());

  async function statusOf(
    traffic: { from: string | Place; to: string; port?: string; path?: string } & {
      method?: string;
      headers?: Record<string, string>;
    },
  ): Promise<Readonly<Record<string, number>>> {
    const cluster = { kubeconfig: inject("kubeconfig") };
    const { statuses } = await bench(mesh, cluster).traffic({ ...traffic, timeoutMs: 5000 });
    return statuses;
  }

  test("a declared call passes", async () => {
    expect(await statusOf({ from: "web", to: "cart" })).toEqual({ 200: 1 });
  });

  test("a call that nobody declared is refused", async () => {
    expect(await statusOf({ from: "stray", to: "cart" })).toEqual({ 403: 1 });
    expect(await statusOf({ from: "cart", to: "web" })).toEqual({ 403: 1 });
  });

  test("a call does what it declares, and nothing else", async () => {
    const books = { from: "web", to: "books" };
    expect(await statusOf({ ...books, path: "/public/a" })).toEqual({ 200: 1 });
    expect(await statusOf({ ...books, path: "/public/a", method: "POST" })).toEqual({ 403: 1 });
    expect(await statusOf({ ...books, path: "/private" })).toEqual({ 403: 1 });
  });

  test("a deny wins over a declared call: by path, by namespace, by address and header", async () => {
    expect(await statusOf({ from: "web", to: "cart", path: "/secret/a" })).toEqual({ 403: 1 });
    expect(await statusOf({ from: "stray", to: "books" })).toEqual({ 403: 1 });
    expect(await statusOf({ from: "web", to: "vault" })).toEqual({ 200: 1 });
    const headers = { "x-blocked": "yes" };
    expect(await statusOf({ from: "web", to: "vault", headers })).toEqual({ 403: 1 });
  });

  test("a port of its own mode takes plaintext from outside, the others do not", async () => {
    expect(await statusOf({ from: "outsider", to: "scraped" })).toEqual({ 200: 1 });
    expect(await statusOf({ from: "outsider", to: "cart" })).toEqual({ error: 1 });
  });
});
