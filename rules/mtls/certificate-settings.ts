import { load } from "js-yaml";
import { z } from "zod";
import type { Origin } from "../../graph/graph.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { podsOfIstio } from "../../graph/objects/pods-of-istio.ts";
import { virtualPods, type VirtualPod } from "../../graph/objects/virtual-pods.ts";

/** Settings of certificates of workloads, by the name of the variable, and the place that says them. */
export interface CertificateSettings {
  readonly origin: Origin;
  readonly values: ReadonlyMap<string, string>;
}

const names: ReadonlySet<string> = new Set([
  "DEFAULT_WORKLOAD_CERT_TTL",
  "MAX_WORKLOAD_CERT_TTL",
  "SECRET_TTL",
  "SECRET_GRACE_PERIOD_RATIO",
]);
const annotation = "proxy.istio.io/config";
const schema = z.looseObject({ proxyMetadata: z.record(z.string(), z.coerce.string()).optional() });

/** What istiod signs for; undefined where the input does not say. */
export function settingsOfIstiod(graph: ObjectGraph): CertificateSettings | undefined {
  const pod = podsOfIstio(graph).find(({ labels }) => labels["app"] === "istiod");
  return pod === undefined ? undefined : settingsOf(pod);
}

/** What proxies ask for: of the whole mesh, and of workloads that say something of their own. */
export function settingsOfProxies(graph: ObjectGraph): readonly CertificateSettings[] {
  const { config, object } = meshConfig(graph);
  const ofMesh = object === undefined ? [] : [at(object.origin(), metadata(config.defaultConfig))];
  const own = virtualPods(graph).flatMap((pod) => {
    const said = pod.annotations[annotation];
    if (said === undefined) return [];
    return [at(pod.origin(["metadata", "annotations", annotation]), metadata(parse(said)))];
  });
  return [...ofMesh, ...own].filter(({ values }) => values.size > 0);
}

function settingsOf(pod: VirtualPod): CertificateSettings {
  const env = pod.containers.flatMap((each) => each.env ?? []);
  return at(
    pod.origin(["spec", "containers"]),
    env.map(({ name = "", value = "" }) => [name, value] as const),
  );
}

function at(origin: Origin, pairs: readonly (readonly [string, string])[]): CertificateSettings {
  return {
    origin,
    values: new Map(pairs.filter(([name, value]) => names.has(name) && value !== "")),
  };
}

function metadata(config: unknown): readonly (readonly [string, string])[] {
  return Object.entries(schema.safeParse(config).data?.proxyMetadata ?? {});
}

function parse(yaml: string): unknown {
  try {
    return load(yaml, { maxAliases: 100 });
  } catch {
    return undefined;
  }
}
