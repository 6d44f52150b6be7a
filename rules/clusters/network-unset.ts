import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import { kubernetesGatewaySpec, kubernetesGatewayType } from "../../graph/kinds/gateway-api.ts";
import { serviceType } from "../../graph/kinds/service.ts";
import { meshNetworks, rootNamespace } from "../../graph/objects/mesh-config.ts";
import { findNamespace, objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { installations } from "./installations.ts";

const label = "topology.istio.io/network";

/** Where there is a gateway to other networks, istiod knows which one it is in. */
export const networkUnset: Rule = {
  id: "clusters/network-unset",
  code: "HED4813",
  severity: "warning",
  summary: "a cluster with a gateway for other networks says its own",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const root = findNamespace(graph, rootNamespace(graph));
    if (root === undefined || (root.labels[label] ?? "") !== "") return;
    if (meshNetworks(graph) !== undefined) return;
    if (installations(graph).some(({ network }) => network !== undefined)) return;
    const gateway = eastWestGateway(graph);
    if (gateway === undefined) return;
    find({
      outcome: "fail",
      origin: root.origin(["metadata", "labels"]),
      message: `has no label ${label}, and ${gateway.origin().source} lets other networks in: istiod takes every endpoint to be reachable directly`,
      fix: `label the namespace ${label} with the network that the gateway is for`,
    });
  },
};

/** The first object that leads other networks into this one. */
function eastWestGateway(graph: ObjectGraph) {
  return (
    objectsOf(graph, gatewayType).find((each) =>
      (gatewaySpec(each)?.servers ?? []).some(
        ({ port, tls }) => tls?.mode === "AUTO_PASSTHROUGH" && port?.number === 15_443,
      ),
    ) ??
    objectsOf(graph, kubernetesGatewayType).find(
      (each) => kubernetesGatewaySpec(each)?.gatewayClassName === "istio-east-west",
    ) ??
    objectsOf(graph, serviceType).find(({ labels }) => (labels[label] ?? "") !== "")
  );
}
