import { serviceSpec, serviceType } from "../../graph/kinds/service.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { podsSelectedBy } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";

/** Ports that tell everything to everybody, by what they are ports of. */
const ofControlPlane: ReadonlyMap<number, string> = new Map([
  [8080, "the debug pages of istiod"],
  [9876, "ControlZ of istiod"],
  [15010, "the configuration of every proxy, without TLS"],
  [15014, "the debug pages and metrics of istiod"],
]);
const ofProxy: ReadonlyMap<number, string> = new Map([
  [15000, "the administration of the proxy"],
  [15004, "the debug interface of the proxy"],
  [15020, "the metrics and debug pages of the proxy"],
  [15090, "the metrics of the proxy"],
]);

/** No port that is for operators only is offered to the outside. */
export const openDebugPort: Rule = {
  id: "operations/open-debug-port",
  code: "HED4684",
  severity: "warning",
  summary: "debug and administration ports are not reachable from outside",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, serviceType)) {
      const { type, selector = {}, ports = [], externalIPs = [] } = serviceSpec(object) ?? {};
      if (type !== "LoadBalancer" && type !== "NodePort" && externalIPs.length === 0) continue;
      const isControlPlane = selectsControlPlane(graph, object.namespace, selector);
      for (const [index, { port = 0, targetPort = port }] of ports.entries()) {
        const number = Number(targetPort);
        const what =
          ofProxy.get(number) ?? (isControlPlane ? ofControlPlane.get(number) : undefined);
        if (what === undefined) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "ports", index]),
          message: `port ${String(number)} is ${what}, and a Service of type ${type ?? "ClusterIP with externalIPs"} offers it to the outside`,
          fix: "remove the port from this Service, and use istioctl or a port-forward",
        });
      }
    }
  },
};

function selectsControlPlane(
  graph: ObjectGraph,
  namespace: string,
  selector: Readonly<Record<string, string>>,
): boolean {
  if (selector["app"] === "istiod" || selector["istio"] === "pilot") return true;
  if (Object.keys(selector).length === 0) return false;
  return podsSelectedBy(graph, namespace, selector).some(
    ({ labels }) => labels["app"] === "istiod",
  );
}
