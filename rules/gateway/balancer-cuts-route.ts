import { parseGoDuration } from "../../graph/lift/go-duration.ts";
import { gatewayType } from "../../graph/kinds/gateway.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { findObject, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { printDuration } from "../../model/duration.ts";
import type { Rule } from "../rule.ts";
import { servicesOfGateway } from "./services-of-gateway.ts";

/** A load balancer in front waits as long as the routes behind it. */
export const balancerCutsRoute: Rule = {
  id: "gateway/balancer-cuts-route",
  code: "HED4689",
  severity: "warning",
  summary: "a load balancer waits as long as the routes of the gateway behind it",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, virtualServiceType, "gateways")) {
      const { gateways = [], http = [] } = virtualServiceSpec(object) ?? {};
      const shortest = gateways
        .flatMap((each) => balancersOf(graph, each, object.namespace))
        .sort((a, b) => a.idle - b.idle)[0];
      if (shortest === undefined) continue;
      for (const [index, { timeout = "" }] of http.entries()) {
        const time = parseGoDuration(timeout) ?? 0;
        if (time <= shortest.idle) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "http", index, "timeout"]),
          message: `a request may take ${printDuration(time)}, and the load balancer of ${shortest.object.origin().source} closes a connection that is idle for ${printDuration(shortest.idle)}`,
          fix: "raise the idle timeout of the load balancer above the timeout, or lower the timeout",
        });
      }
    }
  },
};

function balancersOf(graph: ObjectGraph, text: string, namespace: string) {
  const [first = "", name] = text.split("/");
  const [where, what] = name === undefined ? [namespace, first] : [first, name];
  const gateway = findObject(graph, gatewayType, where, what);
  return (gateway === undefined ? [] : servicesOfGateway(graph, gateway)).flatMap((object) => {
    const idle = idleTimeoutOf(object);
    return idle === undefined ? [] : [{ object, idle }];
  });
}

const prefix = "service.beta.kubernetes.io/";

/** In milliseconds, where an annotation says it: in seconds for AWS, in minutes for Azure. */
function idleTimeoutOf({ annotations }: KubernetesObject): number | undefined {
  const seconds = annotations[`${prefix}aws-load-balancer-connection-idle-timeout`];
  const minutes = annotations[`${prefix}azure-load-balancer-tcp-idle-timeout`];
  const idle = seconds === undefined ? Number(minutes) * 60_000 : Number(seconds) * 1000;
  return Number.isFinite(idle) && idle > 0 ? idle : undefined;
}
