import { load } from "js-yaml";
import { z } from "zod";
import type { Path } from "../../diagnostics/index.ts";
import { configMapContent, configMapType } from "../../graph/kinds/config-map.ts";
import { message, text, texts } from "../../graph/kinds/fields.ts";
import { withoutNulls } from "../../graph/kinds/without-nulls.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";

/** What one control plane says of itself. */
export interface Installation {
  readonly object: KubernetesObject;
  /** Where it says its trust domain. */
  readonly path: Path;
  readonly meshId?: string | undefined;
  /** Name of the cluster that it is in. */
  readonly cluster?: string | undefined;
  readonly network?: string | undefined;
  readonly trustDomain: string;
  /** Whether it says so, and not only by default. */
  readonly statesDomain: boolean;
  readonly aliases: readonly string[];
}

const meshConfig = message({
  trustDomain: text,
  trustDomainAliases: texts,
  defaultConfig: message({ meshId: text }),
});
const settings = z.looseObject({
  profile: text,
  meshConfig,
  values: message({
    meshConfig,
    global: message({
      meshID: text,
      network: text,
      trustDomain: text,
      multiCluster: message({ clusterName: text }),
    }),
  }),
});
const installTypes = ["install.istio.io/IstioOperator", "sailoperator.io/Istio"];
const defaultDomain = "cluster.local";

/** Every control plane of the input: installations by Istio's operators, and its ConfigMaps, one for each cluster. */
export const installations: (graph: ObjectGraph) => readonly Installation[] = perGraph((graph) => [
  ...installTypes.flatMap((type) => objectsOf(graph, type)).flatMap(readInstall),
  ...objectsOf(graph, configMapType).flatMap(readConfigMap),
]);

function readInstall(object: KubernetesObject): readonly Installation[] {
  const { data } = settings.safeParse(withoutNulls(object.raw["spec"] ?? {}));
  // A profile without anything adds gateways to an installation that is described elsewhere.
  if (data === undefined || data.profile === "empty") return [];
  const config = data.meshConfig ?? data.values?.meshConfig;
  const { meshID, network, trustDomain, multiCluster } = data.values?.global ?? {};
  return [
    {
      object,
      path: ["spec"],
      meshId: meshID ?? config?.defaultConfig?.meshId,
      cluster: multiCluster?.clusterName,
      network,
      trustDomain: config?.trustDomain ?? trustDomain ?? defaultDomain,
      statesDomain: (config?.trustDomain ?? trustDomain) !== undefined,
      aliases: config?.trustDomainAliases ?? [],
    },
  ];
}

function readConfigMap(object: KubernetesObject): readonly Installation[] {
  // Those of revisions (`istio-1-30`) are control planes of one and the same cluster.
  if (object.name !== "istio") return [];
  const said = configMapContent(object)?.data?.["mesh"];
  if (said === undefined) return [];
  const { data } = z.optional(meshConfig).safeParse(withoutNulls(parse(said)));
  if (data === undefined) return [];
  const { trustDomain, trustDomainAliases = [], defaultConfig } = data;
  return [
    {
      object,
      path: ["data", "mesh"],
      meshId: defaultConfig?.meshId,
      trustDomain: trustDomain ?? defaultDomain,
      statesDomain: trustDomain !== undefined,
      aliases: trustDomainAliases,
    },
  ];
}

function parse(yaml: string): unknown {
  try {
    return load(yaml, { maxAliases: 100 });
  } catch {
    return undefined;
  }
}
