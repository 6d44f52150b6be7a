import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { gatewayType } from "../../graph/kinds/gateway.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { completeHost, knownHosts } from "../../graph/objects/known-hosts.ts";
import { findObject, objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { completeGateway } from "../routing/gateway-names.ts";
import type { Rule } from "../rule.ts";
import { comesAfter } from "./comes-after.ts";

/** A route is made after what it names, and goes before it. */
export const routeWithoutDependency: Rule = {
  id: "pulumi/route-without-dependency",
  code: "HED4866",
  severity: "info",
  summary: "a VirtualService of a stack depends on the objects that it names",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    // A hand-made state leaves dependencies out; one of Pulumi has some.
    if (!graph.objects.some(({ stack }) => (stack?.dependencies.length ?? 0) > 0)) return;
    for (const object of objectsOf(graph, virtualServiceType)) {
      if (object.stack === undefined) continue;
      const missing = namedObjects(graph, object).find(
        (each) =>
          each.stack !== undefined &&
          each.stack.provider === object.stack?.provider &&
          !comesAfter(graph, object, each),
      );
      if (missing === undefined) continue;
      find({
        outcome: "fail",
        origin: object.origin(["metadata"]),
        message: `does not depend on ${missing.origin().source}, which it names: Pulumi may make it first, or delete it last, and requests fail in between`,
        fix: "add the resource to dependsOn",
      });
    }
  },
};

/** Rules with the subsets, entries with the hosts, and gateways that a VirtualService names. */
function namedObjects(graph: ObjectGraph, object: KubernetesObject): readonly KubernetesObject[] {
  const { gateways = [], http = [], tls = [], tcp = [] } = virtualServiceSpec(object) ?? {};
  const routes = [
    ...http.flatMap(({ route = [] }) => route),
    ...tls.flatMap(({ route = [] }) => route),
    ...tcp.flatMap(({ route = [] }) => route),
  ];
  const destinations = routes.flatMap(({ destination }) =>
    destination === undefined ? [] : [destination],
  );
  const rules = destinations.flatMap(({ host = "", subset }) =>
    subset === undefined
      ? []
      : (rulesByHost(graph).get(completeHost(host, object.namespace)) ?? []),
  );
  const entries = destinations.flatMap(({ host = "" }) =>
    (knownHosts(graph).byHost.get(host) ?? []).flatMap((each) => (each.entry ? each.object : [])),
  );
  const doors = gateways.flatMap((each) => {
    const { namespace, name } = completeGateway(each, object.namespace);
    return findObject(graph, gatewayType, namespace, name) ?? [];
  });
  return [...rules, ...entries, ...doors];
}

const rulesByHost = perGraph((graph) =>
  Map.groupBy(objectsOf(graph, destinationRuleType), (each) =>
    completeHost(destinationRuleSpec(each)?.host ?? "", each.namespace),
  ),
);
