import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Finding, Rule } from "../rule.ts";
import { ambientHost, ambientHosts, sidecarNamespaces, type AmbientHost } from "./ambient-hosts.ts";
import { behindGateways } from "./behind-gateways.ts";
import { routesMesh } from "../routing/gateway-names.ts";
import { routesRequests, tunesRequests } from "./reads-requests.ts";

/** A waypoint reads the objects of the namespace that the service is in. Those of callers are passed over. */
export const objectOfOtherNamespace: Rule = {
  id: "ambient/object-of-other-namespace",
  code: "HED4802",
  severity: "warning",
  summary: "routes and policies of a service behind a waypoint are in its namespace",
  covers: ["KIA0212", "KIA1114"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    if (ambientHosts(graph).size === 0) return;
    // Where callers have sidecars, those read the objects of their own namespace.
    const isOfSidecars = ({ namespace }: KubernetesObject) =>
      sidecarNamespaces(graph).has(namespace);
    for (const object of objectsOf(graph, virtualServiceType)) {
      const spec = virtualServiceSpec(object) ?? {};
      if (!routesMesh(spec) || isOfSidecars(object)) continue;
      const ids = routesRequests(spec) ? ["KIA1114"] : [];
      spec.hosts?.forEach((host, index) => {
        const known = ambientHost(graph, host, object.namespace);
        if (!isForeign(known, object.namespace)) return;
        find(fault(object.origin(["spec", "hosts", index]), host, known, ids));
      });
    }
    const root = rootNamespace(graph);
    for (const object of objectsOf(graph, destinationRuleType)) {
      const spec = destinationRuleSpec(object) ?? {};
      const { host = "" } = spec;
      if (isOfSidecars(object)) continue;
      const known = ambientHost(graph, host, object.namespace);
      if (object.namespace === root || !isForeign(known, object.namespace)) continue;
      if (behindGateways(graph).has(known.host)) continue;
      find(
        fault(object.origin(["spec", "host"]), host, known, tunesRequests(spec) ? ["KIA0212"] : []),
      );
    }
  },
};

/** Whether a service has a waypoint that looks for its objects somewhere else. */
function isForeign(known: AmbientHost | undefined, namespace: string): known is AmbientHost {
  if (known?.waypoint === undefined) return false;
  return namespace !== known.namespace && namespace !== known.waypoint.namespace;
}

function fault(
  origin: Finding["origin"],
  host: string,
  { namespace, waypoint }: AmbientHost,
  covers: readonly string[],
): Finding {
  return {
    outcome: "fail",
    origin,
    message: `the waypoint ${waypoint?.name ?? ""} of ${host} reads objects of namespace ${namespace}, and passes this one over`,
    fix: `move it to namespace ${namespace}`,
    covers,
  };
}
