import { output, type CustomResourceOptions, type Output } from "@pulumi/pulumi";
import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import type { Chart } from "@pulumi/kubernetes/helm/v4/chart.js";
import type { Gateway } from "../model/index.ts";
import type { GatewayServiceType } from "./gateway-values.ts";

/** Where clients find a gateway: its name inside the cluster, or what the load balancer was given. */
export function gatewayAddress(
  name: string,
  gateway: Gateway,
  type: GatewayServiceType | undefined,
  chart: Chart,
  options: CustomResourceOptions,
): Output<string> {
  if (type !== "LoadBalancer") {
    return output(`${gateway.name}.${gateway.namespace}.svc.cluster.local`);
  }
  // Through the chart's resources, so that the first preview does not look for a Service that is still to come.
  const id = chart.resources.apply(() => `${gateway.namespace}/${gateway.name}`);
  const { status } = Service.get(`${name}-service`, id, options);
  return status.apply(({ loadBalancer }) => {
    const door = loadBalancer.ingress[0];
    return door?.ip ?? door?.hostname ?? "pending";
  });
}
