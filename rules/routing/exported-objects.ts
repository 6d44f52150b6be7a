import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { completeHost, knownHosts, resolveExportTo } from "../../graph/objects/known-hosts.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { routesMesh } from "./gateway-names.ts";

/** A VirtualService or a DestinationRule, and who sees it. */
export interface ExportedObject {
  readonly object: KubernetesObject;
  readonly exportTo: ReadonlySet<string>;
}

type ByHost = ReadonlyMap<string, readonly ExportedObject[]>;

/**
 * What says for the mesh how a host is called, by kind and by the full name of the host; without wildcards. Only of hosts
 * of which some namespaces may not see all: where nobody says `exportTo`, everybody sees everything.
 */
export const exportedByHost: (graph: ObjectGraph) => {
  readonly routes: ByHost;
  readonly policies: ByHost;
} = perGraph((graph) => {
  const { defaultVirtualServiceExportTo, defaultDestinationRuleExportTo } =
    meshConfig(graph).config;
  return {
    routes: limitedHosts(graph, virtualServiceType, defaultVirtualServiceExportTo, (object) => {
      const { hosts = [], gateways, exportTo } = virtualServiceSpec(object) ?? {};
      return { hosts: routesMesh({ gateways }) ? hosts : [], exportTo };
    }),
    policies: limitedHosts(graph, destinationRuleType, defaultDestinationRuleExportTo, (object) => {
      const { host = "", exportTo } = destinationRuleSpec(object) ?? {};
      return { hosts: [host], exportTo };
    }),
  };
});

/** Whether every service is exported to everybody. */
export const areAllSeen = perGraph((graph) =>
  knownHosts(graph)
    .byHost.values()
    .every((hosts) => hosts.every(({ exportTo }) => exportTo.has("*"))),
);

interface Said {
  readonly hosts: readonly string[];
  readonly exportTo: readonly string[] | undefined;
}

function limitedHosts(
  graph: ObjectGraph,
  type: string,
  fallback: readonly string[] | undefined,
  read: (object: KubernetesObject) => Said,
): ByHost {
  const all = objectsOf(graph, type);
  const limited = fallback === undefined ? objectsWith(graph, type, "exportTo") : all;
  const hosts = new Set(limited.flatMap((object) => hostsOf(object, read(object))));
  if (hosts.size === 0) return new Map();
  const found = all.flatMap((object) => {
    const said = read(object);
    const scopes = said.exportTo?.length ? said.exportTo : (fallback ?? []);
    const exportTo = resolveExportTo(scopes, object.namespace);
    return hostsOf(object, said).flatMap((host) =>
      hosts.has(host) ? [{ host, object, exportTo }] : [],
    );
  });
  return Map.groupBy(found, ({ host }) => host);
}

function hostsOf({ namespace }: KubernetesObject, { hosts }: Said): readonly string[] {
  return hosts.map((each) => completeHost(each, namespace));
}
