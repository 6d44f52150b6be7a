import { kubernetesGatewaySpec, kubernetesGatewayType } from "../kinds/gateway-api.ts";
import { clusterHost } from "../names.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import { objectsOf } from "./objects-of.ts";
import { perGraph } from "./per-graph.ts";

/**
 * Hosts of the Services that Istio makes for Gateways of the Gateway API: the Gateway's name with its class, or the name
 * alone for waypoints and agent gateways, or what the Gateway asks for. No file holds these Services, and routes to an
 * egress gateway name them.
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#automated-deployment
 */
export const gatewayServices = perGraph(
  (graph): ReadonlySet<string> =>
    new Set(objectsOf(graph, kubernetesGatewayType).flatMap(servicesOf)),
);

const withoutSuffix = /-(?:waypoint|east-west)$|^agentgateway/;

function servicesOf(object: KubernetesObject): readonly string[] {
  const { name, namespace, annotations } = object;
  const { gatewayClassName = "", addresses = [] } = kubernetesGatewaySpec(object) ?? {};
  const [address, ...more] = addresses;
  // An address by name is a Service that somebody else deploys.
  if (more.length > 0 || (address?.type ?? "IPAddress") !== "IPAddress") return [];
  const usual = withoutSuffix.test(gatewayClassName) ? name : `${name}-${gatewayClassName}`;
  return [clusterHost(annotations["gateway.istio.io/name-override"] ?? usual, namespace)];
}
