import {
  destinationRuleSpec,
  destinationRuleType,
  type DestinationRuleSpec,
} from "../../graph/kinds/destination-rule.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { clientTlsSettings, type ClientTlsSetting } from "../destinations/client-tls-settings.ts";

/** A DestinationRule that makes clients start TLS to a server outside the mesh. */
export interface Origination {
  readonly object: KubernetesObject;
  readonly spec: DestinationRuleSpec;
  readonly settings: readonly ClientTlsSetting[];
}

/** DestinationRules with TLS of their own, by host. */
const byHost = perGraph((graph) => {
  const all = objectsWith(graph, destinationRuleType, "tls").flatMap((object): Origination[] => {
    const spec = destinationRuleSpec(object);
    if (spec === undefined) return [];
    const settings = clientTlsSettings(spec).filter(({ tls }) => isOwn(tls.mode));
    return settings.length === 0 ? [] : [{ object, spec, settings }];
  });
  return Map.groupBy(all, ({ object, spec }) => completeHost(spec.host ?? "", object.namespace));
});

function isOwn(mode: string | undefined): boolean {
  return mode === "SIMPLE" || mode === "MUTUAL";
}

/** The DestinationRules that make clients start TLS to a host: for it, or for a wildcard above it. */
export function originationsTo(graph: ObjectGraph, host: string): readonly Origination[] {
  const index = byHost(graph);
  const found = [...(index.get(host) ?? []), ...(index.get("*") ?? [])];
  for (let dot = host.indexOf("."); dot >= 0; dot = host.indexOf(".", dot + 1)) {
    found.push(...(index.get(`*${host.slice(dot)}`) ?? []));
  }
  return found;
}
