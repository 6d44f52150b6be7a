import type { Path } from "../../diagnostics/index.ts";
import {
  destinationRuleSpec,
  destinationRuleType,
  type TrafficPolicy,
} from "../../graph/kinds/destination-rule.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { perObject } from "../../graph/objects/per-object.ts";

/** How clients treat the instances of a host, of one subset of it, or of one port. */
export interface DestinationPolicy {
  readonly object: KubernetesObject;
  readonly path: Path;
  /** Fully qualified where it is a service of the cluster. */
  readonly host: string;
  readonly subset?: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
  /** Undefined: all ports that have no policy of their own. */
  readonly port?: number;
  readonly policy: Pick<TrafficPolicy, "connectionPool" | "outlierDetection" | "loadBalancer">;
}

/** Every policy of every DestinationRule: of the whole host, of its subsets, and of their ports. */
export const destinationPolicies: (graph: ObjectGraph) => readonly DestinationPolicy[] = perGraph(
  (graph) => objectsOf(graph, destinationRuleType).flatMap(policiesOf),
);

/** The same of those DestinationRules that say a field somewhere. */
export function destinationPoliciesWith(
  graph: ObjectGraph,
  field: string,
): readonly DestinationPolicy[] {
  return objectsWith(graph, destinationRuleType, field).flatMap(policiesOf);
}

const policiesOf = perObject((object): readonly DestinationPolicy[] => {
  const { host = "", trafficPolicy, subsets = [] } = destinationRuleSpec(object) ?? {};
  const common = { object, host: completeHost(host, object.namespace) };
  const found = withPorts({ ...common, path: ["spec", "trafficPolicy"] }, trafficPolicy);
  for (const [index, { name = "", labels = {}, trafficPolicy: own }] of subsets.entries()) {
    if (own === undefined) continue;
    const path = ["spec", "subsets", index, "trafficPolicy"];
    found.push(...withPorts({ ...common, path, subset: { name, labels } }, own));
  }
  return found;
});

function withPorts(
  place: Omit<DestinationPolicy, "policy" | "port">,
  policy: TrafficPolicy | undefined,
): DestinationPolicy[] {
  if (policy === undefined) return [];
  const ports = (policy.portLevelSettings ?? []).map((own, index) => ({
    ...place,
    path: [...place.path, "portLevelSettings", index],
    port: own.port?.number ?? 0,
    policy: own,
  }));
  return [{ ...place, policy }, ...ports];
}
