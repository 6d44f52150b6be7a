import { load } from "js-yaml";
import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { Path } from "../../diagnostics/index.ts";
import { anything, flag, message, messages, text, texts } from "../kinds/fields.ts";
import { configMapContent, configMapType } from "../kinds/config-map.ts";
import { withoutNulls } from "../kinds/without-nulls.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "./objects-of.ts";
import { perGraph } from "./per-graph.ts";

const schema = fieldsOf({
  rootNamespace: text,
  trustDomain: text,
  trustDomainAliases: texts,
  accessLogFile: text,
  enableTracing: flag,
  enableAutoMtls: flag,
  defaultServiceExportTo: texts,
  defaultVirtualServiceExportTo: texts,
  defaultDestinationRuleExportTo: texts,
  outboundTrafficPolicy: message({ mode: text }),
  inboundTrafficPolicy: message({ mode: text }),
  meshMTLS: message({ minProtocolVersion: text, cipherSuites: texts }),
  tlsDefaults: message({ minProtocolVersion: text, cipherSuites: texts }),
  defaultHttpRetryPolicy: anything,
  localityLbSetting: message({ enabled: flag, distribute: anything, failover: anything }),
  extensionProviders: messages({ name: text }),
  defaultProviders: message({ tracing: texts, metrics: texts, accessLogging: texts }),
  discoverySelectors: anything,
  serviceSettings: anything,
  defaultConfig: anything,
  pathNormalization: message({ normalization: text }),
});

/** MeshConfig as far as rules look at it; other fields are kept. */
export interface MeshConfig extends z.output<typeof schema> {
  readonly rootNamespace: string;
}

/** The configuration of the mesh, and who says it. */
export interface StatedMeshConfig {
  readonly config: MeshConfig;
  /** The ConfigMap or file; undefined where nothing says it and the defaults hold. */
  readonly object?: KubernetesObject;
}

/** Type of the object that `--mesh-config FILE` becomes. */
export const meshConfigType = "mesh.istio.io/MeshConfig";

const defaultRoot = "istio-system";

/** MeshConfig of the input: of `--mesh-config`, else of the ConfigMap `istio` (also of a revision), else the defaults. */
export const meshConfig: (graph: ObjectGraph) => StatedMeshConfig = perGraph((graph) => {
  const file = objectsOf(graph, meshConfigType)[0];
  const object = file ?? findConfigMap(graph);
  if (object === undefined) return { config: { rootNamespace: defaultRoot } };
  const content = file === undefined ? parse(configMapContent(object)?.data?.["mesh"]) : file.raw;
  const { data } = schema.safeParse(withoutNulls(content));
  const rootNamespace = data?.rootNamespace ?? defaultRoot;
  return { config: { ...data, rootNamespace }, object };
});

/** MeshConfig as it was written, and where; its content is undefined where it is no YAML. */
export const meshConfigContent: (
  graph: ObjectGraph,
) =>
  | { readonly object: KubernetesObject; readonly path: Path; readonly content: unknown }
  | undefined = perGraph((graph) => {
  const file = objectsOf(graph, meshConfigType)[0];
  if (file !== undefined) return { object: file, path: [], content: file.raw };
  const object = findConfigMap(graph);
  if (object === undefined) return undefined;
  const path = ["data", "mesh"];
  return { object, path, content: parse(configMapContent(object)?.data?.["mesh"]) };
});

/** The namespace of Istio's own objects; what is there holds for the whole mesh. */
export function rootNamespace(graph: ObjectGraph): string {
  return meshConfig(graph).config.rootNamespace;
}

/** Type of the object that a file of MeshNetworks becomes. */
const meshNetworksType = "mesh.istio.io/MeshNetworks";

/** MeshNetworks, and where they are written. */
interface StatedNetworks {
  readonly networks: unknown;
  readonly object: KubernetesObject;
  readonly path: Path;
}

/** MeshNetworks of a file of their own, else of the ConfigMap, as data; undefined where there are none. */
export const meshNetworks: (graph: ObjectGraph) => StatedNetworks | undefined = perGraph(
  (graph) => {
    const file = objectsOf(graph, meshNetworksType)[0];
    if (file !== undefined) return { networks: file.raw, object: file, path: ["networks"] };
    const object = findConfigMap(graph);
    const said = object && configMapContent(object)?.data?.["meshNetworks"];
    const networks = parse(said);
    if (object === undefined || networks === undefined) return undefined;
    return { networks, object, path: ["data", "meshNetworks"] };
  },
);

function findConfigMap(graph: ObjectGraph): KubernetesObject | undefined {
  const named = objectsOf(graph, configMapType).filter(
    ({ name, raw }) => /^istio(?:-[a-z0-9-]+)?$/.test(name) && Object.hasOwn(raw, "data"),
  );
  return named.find((each) => configMapContent(each)?.data?.["mesh"] !== undefined);
}

function parse(yaml: string | undefined): unknown {
  if (yaml === undefined) return undefined;
  try {
    return load(yaml, { maxAliases: 100 });
  } catch {
    return undefined;
  }
}
