import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { bench, type Place } from "../../bench/index.ts";
import { waitUntil } from "../../bench/cluster/wait-until.ts";
import { createReport } from "../../diagnostics/index.ts";
import { buildGraph } from "../../graph/index.ts";
import { parseMesh, type Mesh, type MeshDefinition } from "../../model/index.ts";
import { compileIstio, injectionLabels, outsideLabels } from "../../targets/istio/index.ts";
import { compileKubernetes } from "../../targets/kubernetes/index.ts";
import { prepareIstio, trustDomain, type IstioGround } from "./istio-ground.ts";
import { createTokenIssuer } from "./sign-token.ts";
import { complaints } from "./setup/complaints.ts";

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
        tcp: { number: 9090, protocol: "tcp" },
      },
    },
    books: { image },
    vault: { image },
    outsider: { image, inMesh: false },
    account: { image, access: "open", requires: "login" },
    front: { image, access: "open", requires: { optional: "login" } },
    office: { image, access: "open", requires: "login" },
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
    // A policy that was applied reaches a proxy within seconds: when these are refused, all have arrived.
    const headers = forger.bearer(user);
    const refused = async (): Promise<boolean> =>
      (await statusOf({ from: "stray", to: "cart" }))["403"] === 1 &&
      (await statusOf({ from: "web", to: "account" }))["403"] === 1 &&
      (await statusOf({ from: "web", to: "front", headers }))["401"] === 1;
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

  test("neither a proxy nor istiod complains of what it was given", async () => {
    expect(await complaints(inject("kubeconfig"))).toEqual([]);
  });
});
