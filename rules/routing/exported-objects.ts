import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { completeHost, resolveExportTo } from "../../graph/objects/known-hosts.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { meshGateway } from "./gateway-names.ts";

/** A VirtualService or a DestinationRule, and who sees it. */
export interface ExportedObject {
  readonly object: KubernetesObject;
  readonly exportTo: ReadonlySet<string>;
}

/** What says for the mesh how a host is called, by kind and by the full name of the host; without wildcards. */
export const exportedByHost: (graph: ObjectGraph) => {
  readonly routes: ReadonlyMap<string, readonly ExportedObject[]>;
  readonly policies: ReadonlyMap<string, readonly ExportedObject[]>;
} = perGraph((graph) => {
  const { config } = meshConfig(graph);
  const routes = objectsOf(graph, virtualServiceType).flatMap((object) => {
    const { hosts = [], gateways = [meshGateway], exportTo } = virtualServiceSpec(object) ?? {};
    if (!gateways.includes(meshGateway)) return [];
    const said = exportTo?.length ? exportTo : config.defaultVirtualServiceExportTo;
    return hosts.map((each) => placed(object, each, said));
  });
  const policies = objectsOf(graph, destinationRuleType).map((object) => {
    const { host = "", exportTo } = destinationRuleSpec(object) ?? {};
    const said = exportTo?.length ? exportTo : config.defaultDestinationRuleExportTo;
    return placed(object, host, said);
  });
  return {
    routes: Map.groupBy(routes, ({ host }) => host),
    policies: Map.groupBy(policies, ({ host }) => host),
  };
});

function placed(object: KubernetesObject, host: string, scopes: readonly string[] = []) {
  const { namespace } = object;
  return {
    object,
    host: completeHost(host, namespace),
    exportTo: resolveExportTo(scopes, namespace),
  };
}
