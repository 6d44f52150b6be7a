import { envoyFilterSpec, envoyFilterType } from "../../graph/kinds/envoy-filter.ts";
import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { meshConfig, rootNamespace } from "../../graph/objects/mesh-config.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { selects } from "../../graph/query.ts";
import type { Rule } from "../rule.ts";
import { gatewayWorkloads } from "./gateway-workloads.ts";
import { publicBalancersOf } from "./public-balancers.ts";

/** A gateway that the internet reaches limits what one client can take. */
export const gatewayWithoutLimits: Rule = {
  id: "gateway/without-limits",
  code: "HED4740",
  severity: "info",
  summary: "a gateway of the internet limits what clients can take",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    if (limits.test(JSON.stringify(meshConfig(graph).config.defaultConfig ?? {}))) return;
    for (const object of objectsOf(graph, gatewayType)) {
      const [balancer] = publicBalancersOf(graph, object);
      if (balancer === undefined || isLimited(graph, object, balancer.namespace)) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "servers"]),
        message: `the internet reaches it by ${balancer.origin().source}, and nothing limits the connections, the streams, the rate or the size of requests of its clients`,
        fix: "add an EnvoyFilter for the gateway with local_ratelimit, a connection limit, request_headers_timeout and max_concurrent_streams",
      });
    }
  },
};

const limits =
  /ratelimit|rate_limit|connection_limit|max_connections|max_downstream_connections|overload|request_headers_timeout|stream_idle_timeout|max_concurrent_streams|max_request_headers_kb|filters\.http\.buffer/i;

/** Whether an EnvoyFilter sets some limit for the proxies of a gateway, or their bootstrap does. */
function isLimited(graph: ObjectGraph, gateway: KubernetesObject, home: string): boolean {
  const { pods } = gatewayWorkloads(graph, gateway);
  const labels = pods[0]?.labels ?? gatewaySpec(gateway)?.selector ?? {};
  const namespace = pods[0]?.namespace ?? home;
  if (pods.some(({ annotations }) => /overload|max_connections/i.test(JSON.stringify(annotations))))
    return true;
  return limitingFilters(graph).some(
    (each) =>
      (each.namespace === undefined || each.namespace === namespace) &&
      selects(each.labels, labels),
  );
}

const limitingFilters = perGraph((graph) =>
  objectsOf(graph, envoyFilterType).flatMap((object) => {
    const { workloadSelector, configPatches = [] } = envoyFilterSpec(object) ?? {};
    if (!limits.test(JSON.stringify(configPatches))) return [];
    const namespace = object.namespace === rootNamespace(graph) ? undefined : object.namespace;
    return [{ namespace, labels: workloadSelector?.labels ?? {} }];
  }),
);
