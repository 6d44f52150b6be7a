import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { bench } from "../../bench/index.ts";
import type { TrafficResult } from "../../bench/traffic/traffic-result.ts";
import { waitUntil } from "../../bench/cluster/wait-until.ts";
import { createReport } from "../../diagnostics/index.ts";
import { buildGraph } from "../../graph/index.ts";
import { parseMesh, type Mesh, type MeshDefinition } from "../../model/index.ts";
import {
  compileIstio,
  injectionLabels,
  outsideLabels,
  podAnnotations,
} from "../../targets/istio/index.ts";
import { compileKubernetes } from "../../targets/kubernetes/index.ts";
import { prepareIstio, trustDomain, type IstioGround } from "./istio-ground.ts";
import { complaints } from "./setup/complaints.ts";

// What is added to proxies, by what it does to requests between real sidecars.

const image = "docker.io/heddle/sample:dev";

/** A script that leaves its name in every request and answer. */
const passes = (name: string): string => `
function envoy_on_request(handle) handle:headers():add("x-asked", "${name}") end
function envoy_on_response(handle) handle:headers():add("x-answered", "${name}") end
`;

const definition: MeshDefinition = {
  name: "extended",
  trust: { domain: trustDomain },
  services: {
    web: { image, calls: { cart: {} } },
    cart: {
      image,
      extensions: [
        { name: "early", before: "authentication", lua: passes("early") },
        { name: "z-first", lua: passes("first") },
        { name: "a-second", lua: passes("second") },
      ],
    },
  },
};

describe("extensions", () => {
  const kubeconfig = inject("kubeconfig");
  let ground: IstioGround;
  let mesh: Mesh;

  beforeAll(async () => {
    const report = createReport();
    const parsed = parseMesh(definition, report);
    expect(report.diagnostics()).toEqual([]);
    if (parsed === undefined) throw new Error("the mesh was not read");
    mesh = parsed;
    ground = await prepareIstio(kubeconfig);
    const options = { namespaceLabels: injectionLabels, outsideLabels, podAnnotations };
    await ground.apply([
      ...compileKubernetes(mesh, report, options),
      ...compileIstio(mesh, buildGraph(mesh, report), report),
    ]);
    const arrived = async (): Promise<boolean> =>
      (await send("web", "cart")).answers[0]?.headers["x-answered"] !== undefined;
    expect(await waitUntil(arrived, { timeout: 60_000, interval: 500 })).toBe(true);
  }, 300_000);

  afterAll(() => ground.remove(), 180_000);

  async function send(from: string, to: string): Promise<TrafficResult> {
    return bench(mesh, { kubeconfig }).traffic({ from, to, timeoutMs: 5000 });
  }

  test("requests pass the extensions in the order of the list, answers the other way", async () => {
    const [answer] = (await send("web", "cart")).answers;
    expect(answer?.report?.request.headers["x-asked"]).toBe("early, first, second");
    expect(answer?.headers["x-answered"]).toBe("second, first, early");
  });

  test("neither a proxy nor istiod complains of what it was given", async () => {
    expect(await complaints(kubeconfig)).toEqual([]);
  });
});
