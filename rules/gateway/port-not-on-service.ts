import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import { serviceSpec } from "../../graph/kinds/service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { printLabels, type Labels } from "../access/selector-target.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";
import { gatewayWorkloads, portsOfServices } from "./gateway-workloads.ts";
import { servicesOfGateway } from "./services-of-gateway.ts";
import { isStandardIngress, standardIngressPorts } from "./standard-gateway.ts";

/** Every port of a Gateway is on a Service of its workload. Otherwise nobody reaches it through the Service. */
export const portNotOnService: Rule = {
  id: "gateway/port-not-on-service",
  code: "HED4472",
  severity: "warning",
  summary: "the ports of a Gateway are on the Service of its workload",
  covers: ["IST0162"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, gatewayType, find)) {
      const { selector = {}, servers = [] } = gatewaySpec(object) ?? {};
      const offered = offeredPorts(graph, selector, object);
      if (offered === undefined) continue;
      for (const [index, { port }] of servers.entries()) {
        const number = port?.number;
        if (number === undefined || offered.has(number)) continue;
        const list = [...offered].sort((a, b) => a - b).join(", ");
        find({
          outcome: "fail",
          origin: object.origin(["spec", "servers", index, "port", "number"]),
          message: `port ${String(number)} is on no Service of the workload ${printLabels(selector)}; there are: ${list === "" ? "none" : list}`,
          fix: `add port ${String(number)} to the Service, or listen on a port that it leads to`,
        });
      }
    }
  },
};

const known = perGraph(() => new Map<string, ReadonlySet<number> | undefined>());

/** Undefined where the workload is not described, or is every gateway. */
function offeredPorts(
  graph: ObjectGraph,
  selector: Labels,
  gateway: KubernetesObject,
): ReadonlySet<number> | undefined {
  const key = printLabels(selector);
  if (key === "") return undefined;
  const memory = known(graph);
  if (!memory.has(key)) memory.set(key, workOut(graph, selector, gateway));
  return memory.get(key);
}

function workOut(
  graph: ObjectGraph,
  selector: Labels,
  gateway: KubernetesObject,
): ReadonlySet<number> | undefined {
  const { pods, assumed } = gatewayWorkloads(graph, gateway);
  if (pods.length === 0) {
    if (!assumed || !isStandardIngress(selector)) return undefined;
    // Another Service may lead to the gateway that comes with Istio: Knative adds one for calls inside the cluster.
    const added = servicesOfGateway(graph, gateway).flatMap(
      (object) => serviceSpec(object)?.ports ?? [],
    );
    const numbers = added.flatMap(({ port = NaN, targetPort }) => [port, Number(targetPort)]);
    return new Set([...standardIngressPorts, ...numbers.filter((each) => each > 0)]);
  }
  const ports = portsOfServices(graph, pods);
  if (ports.size > 0) return ports;
  // The Service of the gateway that comes with Istio is not in files of applications either.
  const standard = pods.some((each) => isStandardIngress({ istio: each.labels["istio"] ?? "" }));
  return standard ? standardIngressPorts : ports;
}
