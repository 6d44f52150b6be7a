import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bench, type Place } from "../../bench/index.ts";
import { waitUntil } from "../../bench/cluster/wait-until.ts";
import { createReport } from "../../diagnostics/index.ts";
import { buildGraph } from "../../graph/index.ts";
import { parseMesh, type Mesh, type MeshDefinition } from "../../model/index.ts";
import {
  compileIstio,
  injectionLabels,
  meshConfig,
  outsideLabels,
} from "../../targets/istio/index.ts";
import { compileKubernetes } from "../../targets/kubernetes/index.ts";
import { callsFrom } from "./doors/calls-from.ts";
import type { Call } from "./doors/client.ts";
import { prepareIstio, trustDomain, type IstioGround } from "./istio-ground.ts";
import { createTokenIssuer } from "./sign-token.ts";
import { changeMeshConfig } from "./setup/change-mesh-config.ts";
import { complaints } from "./setup/complaints.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";

// Who gets in, measured on real proxies. The driver sends from inside the workloads.

const image = "docker.io/heddle/sample:dev";

const login = createTokenIssuer("a");
// Another key under the same name, as somebody would forge it.
const forger = createTokenIssuer("a");
const user = { iss: "https://login.example/", sub: "ann", aud: "shop" };

const definition: MeshDefinition = {
  name: "doors",
  trust: { domain: trustDomain },
  authentication: {
    providers: {
      login: { issuer: user.iss, jwks: { keys: [login.publicKey] }, audiences: [user.aud] },
    },
  },
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
      // HED3022 warns of it: the address is what the request says.
      partners: {
        action: "allow",
        services: ["annex"],
        from: [{ remoteIpBlocks: ["192.0.2.0/24"] }],
      },
      admins: {
        action: "allow",
        services: ["office"],
        when: { token: "login", claims: { role: ["admin"] } },
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
        tcp: { number: 9090, protocol: "tcp", mtls: "permissive" },
      },
    },
    books: { image },
    vault: { image },
    outsider: { image, inMesh: false },
    lobby: { image, access: "open" },
    annex: { image },
    account: { image, access: "open", requires: "login" },
    front: { image, access: "open", requires: { optional: "login" } },
    office: { image, access: "open", requires: "login" },
  },
};

describe("access", () => {
  let ground: IstioGround;
  let mesh: Mesh;
  let restore: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    ground = await prepareIstio(kubeconfig);
    mesh = await apply(definition);
    // A policy that was applied reaches a proxy within seconds: when these are refused, all have arrived.
    const headers = forger.bearer(user);
    const refused = async (): Promise<boolean> =>
      (await statusOf({ from: "stray", to: "cart" }))["403"] === 1 &&
      (await statusOf({ from: "web", to: "account" }))["403"] === 1 &&
      (await statusOf({ from: "web", to: "front", headers }))["401"] === 1;
    expect(await waitUntil(refused, { timeout: 60_000, interval: 500 })).toBe(true);
  });

  afterAll(async () => {
    await restore?.();
    await ground.remove();
  });

  async function apply(wanted: MeshDefinition): Promise<Mesh> {
    const report = createReport();
    const parsed = parseMesh(wanted, report);
    expect(report.diagnostics()).toEqual([]);
    if (parsed === undefined) throw new Error("the mesh was not read");
    const options = { namespaceLabels: injectionLabels, outsideLabels };
    await ground.apply([
      ...compileKubernetes(parsed, report, options),
      ...compileIstio(parsed, buildGraph(parsed, report), report),
    ]);
    return parsed;
  }

  async function statusOf(
    traffic: { from: string | Place; to: string; port?: string; path?: string } & {
      method?: string;
      requests?: number;
      headers?: Record<string, string>;
    },
  ): Promise<Readonly<Record<string, number>>> {
    const { statuses } = await bench(mesh, { kubeconfig }).traffic({ ...traffic, timeoutMs: 5000 });
    return statuses;
  }

  /** As whom the called service saw a caller whose request it answered. */
  async function seenAs(from: string, to: string): Promise<readonly string[]> {
    const run = await bench(mesh, { kubeconfig }).traffic({ from, to, timeoutMs: 5000 });
    return Object.keys(run.identities);
  }

  const web = `spiffe://${trustDomain}/ns/doors/sa/web`;
  const soon = { timeout: 60_000, interval: 500 };

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

  test("at a permissive port of plain TCP callers without a proxy have to speak first", async () => {
    const spoken = { from: "outsider", to: "scraped", port: "tcp", requests: 40 };
    expect(await statusOf(spoken)).toEqual({ ok: 40 });
    const host = "scraped.doors.svc.cluster.local";
    const silent: Call = { protocol: "tcp", host, port: 9090 };
    const namespace = "doors";
    const from = (deployment: string) => callsFrom(kubeconfig, { namespace, deployment }, [silent]);
    // The greeting of the server comes where the caller's proxy has begun its TLS.
    expect((await from("web"))[0]?.body).toMatch(/^heddle scraped/);
    expect((await from("outsider"))[0]?.error).toMatch(/timeout/);
  });

  test("a door that opens to an address alone opens to who writes it", async () => {
    const to = { from: "stray", to: "annex" };
    expect(await statusOf(to)).toEqual({ 403: 1 });
    const headers = { "x-forwarded-for": "192.0.2.7" };
    expect(await statusOf({ ...to, headers })).toEqual({ 200: 1 });
  });

  test("a service without a proxy is called in plaintext, and is nobody where it calls", async () => {
    expect(await seenAs("web", "lobby")).toEqual([web]);
    expect(await seenAs("web", "outsider")).toEqual(["none"]);
    expect(await statusOf({ from: "outsider", to: "lobby" })).toEqual({ error: 1 });
  });

  test("a token is required: one of the issuer, for this audience, rightly signed", async () => {
    const to = { from: "web", to: "account" };
    expect(await statusOf(to)).toEqual({ 403: 1 });
    expect(await statusOf({ ...to, headers: forger.bearer(user) })).toEqual({ 401: 1 });
    const stranger = login.bearer({ ...user, iss: "https://other.example/" });
    expect(await statusOf({ ...to, headers: stranger })).toEqual({ 401: 1 });
    const elsewhere = login.bearer({ ...user, aud: "bank" });
    expect(await statusOf({ ...to, headers: elsewhere })).toEqual({ 403: 1 });
    const late = login.bearer({ ...user, exp: 1_000_000_000 });
    expect(await statusOf({ ...to, headers: late })).toEqual({ 401: 1 });
    expect(await statusOf({ ...to, headers: login.bearer(user) })).toEqual({ 200: 1 });
  });

  test("an optional token may be missing, and is never a wrong one", async () => {
    const to = { from: "web", to: "front" };
    expect(await statusOf(to)).toEqual({ 200: 1 });
    expect(await statusOf({ ...to, headers: login.bearer(user) })).toEqual({ 200: 1 });
    expect(await statusOf({ ...to, headers: forger.bearer(user) })).toEqual({ 401: 1 });
  });

  test("a claim opens the door, as a text or in a list", async () => {
    const to = { from: "web", to: "office" };
    expect(await statusOf({ ...to, headers: login.bearer(user) })).toEqual({ 403: 1 });
    const clerk = login.bearer({ ...user, role: "clerk" });
    expect(await statusOf({ ...to, headers: clerk })).toEqual({ 403: 1 });
    const admin = login.bearer({ ...user, role: "admin" });
    expect(await statusOf({ ...to, headers: admin })).toEqual({ 200: 1 });
    const both = login.bearer({ ...user, role: ["clerk", "admin"] });
    expect(await statusOf({ ...to, headers: both })).toEqual({ 200: 1 });
  });

  test("an identity of a former trust domain gets in while that is an alias", async () => {
    const former = "former.example";
    // Proxies keep the certificate that they were given before the domain changed.
    restore = await changeMeshConfig(kubeconfig, { trustDomain: former });
    const old = { image, calls: { cart: {} } };
    const moved = { ...definition, services: { ...definition.services, old } };
    mesh = await apply(moved);
    await changeMeshConfig(kubeconfig, meshConfig(mesh));
    const statuses = async (): Promise<unknown> => [
      Object.keys(await statusOf({ from: "web", to: "cart" })),
      Object.keys(await statusOf({ from: "old", to: "cart" })),
    ];
    const refused = async (): Promise<boolean> =>
      isDeepStrictEqual(await statuses(), [["200"], ["503"]]);
    expect(await waitUntil(refused, soon)).toBe(true);
    mesh = await apply({ ...moved, trust: { domain: trustDomain, aliases: [former] } });
    await changeMeshConfig(kubeconfig, meshConfig(mesh));
    const passes = async (): Promise<boolean> =>
      isDeepStrictEqual(await statuses(), [["200"], ["200"]]);
    expect(await waitUntil(passes, soon)).toBe(true);
    expect(await seenAs("old", "cart")).toEqual([`spiffe://${former}/ns/doors/sa/old`]);
    expect(await statusOf({ from: "old", to: "vault" })).toEqual({ 403: 1 });
  });

  test("a permissive mesh takes mutual TLS and plaintext, and rules by identity hold", async () => {
    mesh = await apply({ ...definition, trust: { domain: trustDomain, mtls: "permissive" } });
    const arrived = async (): Promise<boolean> =>
      (await statusOf({ from: "outsider", to: "lobby" }))["200"] === 1;
    expect(await waitUntil(arrived, soon)).toBe(true);
    expect(await seenAs("outsider", "lobby")).toEqual(["none"]);
    expect(await seenAs("web", "lobby")).toEqual([web]);
    expect(await statusOf({ from: "outsider", to: "cart" })).toEqual({ 403: 1 });
    expect(await seenAs("web", "cart")).toEqual([web]);
  });

  test("a mesh without mutual TLS takes plaintext from everybody", async () => {
    // Nobody has an identity there, so that declared calls let nobody in and are refused by the model.
    mesh = await apply({
      name: definition.name,
      trust: { domain: trustDomain, mtls: "disabled" },
      access: { default: "open" },
      services: { web: { image }, lobby: { image }, outsider: { image, inMesh: false } },
    });
    const arrived = async (): Promise<boolean> =>
      isDeepStrictEqual(await seenAs("web", "lobby"), ["none"]);
    expect(await waitUntil(arrived, soon)).toBe(true);
    expect(await seenAs("outsider", "lobby")).toEqual(["none"]);
  });

  test("neither a proxy nor istiod complains of what it was given", async () => {
    expect(await complaints(kubeconfig)).toEqual([]);
  });
});
