import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bench } from "../../bench/index.ts";
import type { BenchTraffic, TrafficRun } from "../../bench/traffic/bench.ts";
import { planHeader } from "../../bench/services/plan.ts";
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
import { headerAddingModule } from "../edge/tiny-wasm.ts";
import { moduleImage } from "./extensions/module-image.ts";
import { moduleServer } from "./extensions/module-server.ts";
import { prepareIstio, trustDomain, type IstioGround } from "./istio-ground.ts";
import { changeMeshConfig } from "./setup/change-mesh-config.ts";
import { complaints } from "./setup/complaints.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";
import { kubectl } from "./setup/kubectl.ts";

// What is added to proxies, by what it does to requests between real sidecars.

const sample = "docker.io/heddle/sample:dev";

/** A script that leaves its name in every request and answer. */
const passes = (name: string): string => `
function envoy_on_request(handle) handle:headers():add("x-asked", "${name}") end
function envoy_on_response(handle) handle:headers():add("x-answered", "${name}") end
`;

/** Where a proxy marks the requests that an audit asks for. */
const marked = "%DYNAMIC_METADATA(envoy.common:access_log_hint)%";

const namespace = "extended";
const modules = { name: "modules", namespace };
const modulesHost = `modules.${namespace}.svc.cluster.local`;
const module = headerAddingModule("x-module", "was here");
const image = await moduleImage(headerAddingModule("x-image", "was here too"));

// The server of the test signs its certificate itself; what the module is, its checksum says.
const options = {
  namespaceLabels: injectionLabels,
  outsideLabels,
  podAnnotations: () => ({
    "proxy.istio.io/config": JSON.stringify({
      holdApplicationUntilProxyStarts: true,
      proxyMetadata: { WASM_INSECURE_REGISTRIES: modulesHost },
    }),
  }),
};

const definition: MeshDefinition = {
  name: namespace,
  trust: { domain: trustDomain },
  services: {
    web: { image: sample, calls: { cart: {} } },
    guard: { image: sample },
    collector: { image: sample },
    // Nobody runs it, so that no proxy without Istio's own filter of metrics is told to use it.
    counted: {
      telemetry: {
        metrics: {
          provider: "numbers",
          drop: ["request-size"],
          labels: { shelf: "request.host", source_principal: false },
        },
      },
    },
    cart: {
      image: sample,
      telemetry: {
        logs: { provider: "lines", filter: "response.code >= 400" },
        traces: { provider: "spans", sampling: 100, tags: { team: "carts" } },
      },
      extensions: [
        { name: "early", before: "authentication", lua: passes("early") },
        { name: "z-first", lua: passes("first") },
        { name: "a-second", lua: passes("second") },
        {
          name: "module",
          wasm: {
            url: `https://${modulesHost}/module.wasm`,
            sha256: createHash("sha256").update(module).digest("hex"),
          },
        },
        {
          name: "from-image",
          wasm: {
            ...{ url: `oci://${modulesHost}/header:1`, sha256: image.sha256 },
            pullSecret: "modules-pull",
          },
        },
      ],
    },
  },
  providers: {
    // A plan that a request brings is the authoriser's as well: so it can be told to refuse.
    asks: { kind: "http-authoriser", service: "guard", requestHeaders: [planHeader] },
    lines: { kind: "file-log", format: `heddle %RESPONSE_CODE% %REQ(:PATH)% ${marked}` },
    numbers: { kind: "prometheus" },
    spans: { kind: "zipkin-traces", service: "collector" },
  },
  access: {
    rules: {
      watched: {
        ...{ action: "audit", services: ["cart"] },
        to: [{ paths: [{ prefix: "/watched" }] }],
      },
      asked: {
        ...{ action: "custom", provider: "asks", services: ["cart"] },
        to: [{ paths: [{ prefix: "/private" }] }],
      },
    },
  },
};

/** A module, or an image of one, that is not what its sum says. */
function otherModule(kind: "file" | "image", onFailure: "refuse" | "pass" = "refuse") {
  const sha256 = createHash("sha256").update("another one").digest("hex");
  const wasm =
    kind === "file"
      ? { url: `https://${modulesHost}/module.wasm`, sha256 }
      : { url: `oci://${modulesHost}/header:1`, sha256, pullSecret: "modules-pull" };
  return { name: "module", wasm: { ...wasm, onFailure } };
}

describe("extensions", () => {
  let ground: IstioGround;
  let mesh: Mesh;
  let restore: (() => Promise<void>) | undefined;
  let folder: string;

  beforeAll(async () => {
    const report = createReport();
    const parsed = parseMesh(definition, report);
    expect(report.diagnostics()).toEqual([]);
    if (parsed === undefined) throw new Error("the mesh was not read");
    mesh = parsed;
    ground = await prepareIstio(kubeconfig);
    restore = await changeMeshConfig(kubeconfig, meshConfig(mesh));
    folder = await mkdtemp(join(tmpdir(), "heddle-extensions-"));
    await ground.apply([
      ...compileKubernetes(mesh, report, options),
      ...(await moduleServer(modules, { module, image, password: randomUUID() }, folder)),
      ...compileIstio(mesh, buildGraph(mesh, report), report),
    ]);
    const arrived = async (): Promise<boolean> => {
      const [{ headers } = { headers: {} }] = (await send("web", "cart")).answers;
      return ["x-answered", "x-module", "x-image"].every((name) => name in headers);
    };
    expect(await waitUntil(arrived, { timeout: 60_000, interval: 500 })).toBe(true);
  }, 300_000);

  afterAll(async () => {
    await restore?.();
    await ground.remove();
    await rm(folder, { recursive: true, force: true });
  }, 180_000);

  async function send(
    from: string,
    to: string,
    more: Pick<BenchTraffic<string>, "plan" | "requests"> & { readonly path?: string } = {},
  ): Promise<TrafficRun<string>> {
    return bench(mesh, { kubeconfig }).traffic({ from, to, timeoutMs: 5000, ...more });
  }

  /** What the proxy of a service has logged. */
  async function lines(of: string): Promise<readonly string[]> {
    const where = ["logs", "--namespace=extended", "--container=istio-proxy"];
    const text = await kubectl(kubeconfig, [...where, `deployment/${of}`]);
    return text.split("\n").filter((line) => line.startsWith("heddle "));
  }

  test("requests pass the extensions in the order of the list, answers the other way", async () => {
    const [answer] = (await send("web", "cart")).answers;
    expect(answer?.report?.request.headers["x-asked"]).toBe("early, first, second");
    expect(answer?.headers["x-answered"]).toBe("second, first, early");
  });

  test("a module is fetched by the proxy, by itself or out of an image, and runs in it", async () => {
    const run = await send("web", "cart", { requests: 20 });
    expect(run.statuses).toEqual({ 200: 20 });
    expect(run.answers.map(({ headers }) => headers["x-module"])).toEqual(["was here"]);
    expect(run.answers.map(({ headers }) => headers["x-image"])).toEqual(["was here too"]);
    // Only where the mesh says so.
    expect((await send("web", "guard")).answers[0]?.headers["x-module"]).toBeUndefined();
  });

  test("lines of a log are those that its filter lets through", async () => {
    await send("web", "cart", { path: "/fine" });
    await send("web", "cart", { path: "/wrong", plan: { fail: { status: 418 } } });
    const written = async (): Promise<boolean> =>
      (await lines("cart")).some((line) => line.startsWith("heddle 418 /wrong"));
    expect(await waitUntil(written, { timeout: 30_000, interval: 500 })).toBe(true);
    expect((await lines("cart")).filter((line) => line.includes("/fine"))).toEqual([]);
    expect(await lines("web")).toEqual([]);
  });

  test("an audit marks the requests that its rule fits, and no others", async () => {
    const plan = { fail: { status: 418 } };
    await send("web", "cart", { path: "/watched/a", plan });
    await send("web", "cart", { path: "/unwatched", plan });
    const of = async (path: string): Promise<string | undefined> =>
      (await lines("cart")).find((line) => line.startsWith(`heddle 418 ${path} `));
    const written = async (): Promise<boolean> => (await of("/unwatched")) !== undefined;
    expect(await waitUntil(written, { timeout: 30_000, interval: 500 })).toBe(true);
    expect(await of("/watched/a")).toBe("heddle 418 /watched/a true");
    expect(await of("/unwatched")).not.toMatch(/true$/);
  });

  test("spans go to their provider, from the service that says so", async () => {
    await send("web", "cart");
    const cart = `spiffe://${trustDomain}/ns/extended/sa/cart`;
    const callers = async (): Promise<readonly string[]> =>
      Object.keys((await bench(mesh, { kubeconfig }).upstream("collector").seen()).byCaller);
    const arrived = async (): Promise<boolean> => (await callers()).includes(cart);
    expect(await waitUntil(arrived, { timeout: 60_000, interval: 1000 })).toBe(true);
    expect(await callers()).toEqual([cart]);
  });

  test("istiod tells the proxies of a service which metrics and labels to keep", async () => {
    const script = await readFile(join(import.meta.dirname, "extensions/ask-istiod.ts"), "utf8");
    const place = [`--namespace=${namespace}`, "--container=app", "--stdin", "deployment/modules"];
    const node = ["/usr/local/bin/node", "--input-type=module-typescript", "-", namespace];
    const pushed = (app: string): Promise<string> =>
      kubectl(kubeconfig, ["exec", ...place, "--", ...node, app], script);
    const counted = await pushed("counted");
    for (const text of ["istio.stats", "shelf", "request.host", "source_principal"]) {
      expect(counted).toContain(text);
    }
    expect(await pushed("web")).not.toContain("istio.stats");
  });

  test("an authoriser is asked, and one that does not answer lets nobody in", async () => {
    const asked = { path: "/private/a" };
    expect((await send("web", "cart", asked)).statuses).toEqual({ 200: 1 });
    const refused = await send("web", "cart", { ...asked, plan: { fail: { status: 401 } } });
    expect(refused.statuses).toEqual({ 401: 1 });
    expect(refused.upstreamTries).toEqual({});
    const { byCaller } = await bench(mesh, { kubeconfig }).upstream("guard").seen();
    expect(byCaller).toEqual({ [`spiffe://${trustDomain}/ns/extended/sa/cart`]: 2 });
    await kubectl(kubeconfig, [
      ...["scale", "--namespace=extended", "deployment/guard", "--replicas=0"],
    ]);
    const gone = async (): Promise<boolean> =>
      (await send("web", "cart", asked)).statuses["403"] === 1;
    expect(await waitUntil(gone, { timeout: 60_000, interval: 500 })).toBe(true);
    expect((await send("web", "cart")).statuses).toEqual({ 200: 1 });
  });

  test("neither a proxy nor istiod complains of what it was given", async () => {
    expect(await complaints(kubeconfig)).toEqual([]);
  });

  // After the one before: the proxies say that they were given something else.
  test("in the place of another module than the pinned one requests are refused, or pass where that is said", async () => {
    const services = {
      ...{ web: { image: sample, calls: { "other-file": {}, "other-image": {}, careless: {} } } },
      "other-file": { image: sample, extensions: [otherModule("file")] },
      "other-image": { image: sample, extensions: [otherModule("image")] },
      careless: { image: sample, extensions: [otherModule("file", "pass")] },
    };
    const { name, trust } = definition;
    const report = createReport();
    const parsed = parseMesh({ name, trust, services }, report);
    expect(report.diagnostics()).toEqual([]);
    if (parsed === undefined) throw new Error("the mesh was not read");
    mesh = parsed;
    const isNew = ({ metadata }: { readonly metadata: { readonly name: string } }): boolean =>
      metadata.name !== "web" && metadata.name !== namespace;
    await ground.apply([
      ...compileKubernetes(mesh, report, options).filter(isNew),
      ...compileIstio(mesh, buildGraph(mesh, report), report),
    ]);
    const statuses = () =>
      Promise.all(
        (["other-file", "other-image", "careless"] as const).map(async (to) => {
          return (await send("web", to, { requests: 5 })).statuses;
        }),
      );
    await expect
      .poll(statuses, { timeout: 60_000, interval: 500 })
      .toEqual([{ 403: 5 }, { 403: 5 }, { 200: 5 }]);
    expect((await send("web", "careless")).answers[0]?.headers["x-module"]).toBeUndefined();
  });
});
