import { serviceSpec } from "../../graph/kinds/service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { servicesOfGateway } from "./services-of-gateway.ts";

/** What clouds call a load balancer that has no address of the internet. */
const internal: readonly (readonly [annotation: string, value: RegExp])[] = [
  ["service.beta.kubernetes.io/aws-load-balancer-internal", /^(?:true|0\.0\.0\.0\/0)$/],
  ["service.beta.kubernetes.io/aws-load-balancer-scheme", /^internal$/],
  ["service.beta.kubernetes.io/azure-load-balancer-internal", /^true$/],
  ["networking.gke.io/load-balancer-type", /^internal$/i],
  ["cloud.google.com/load-balancer-type", /^internal$/i],
  ["service.beta.kubernetes.io/oci-load-balancer-internal", /^true$/],
  ["service.beta.kubernetes.io/openstack-internal-load-balancer", /^true$/],
  ["service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type", /^private$/],
  ["service.kubernetes.io/qcloud-loadbalancer-internal-subnetid", /./],
  ["service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type", /^intranet$/],
];

const ranges = "service.beta.kubernetes.io/load-balancer-source-ranges";

/** Whether a Service is a load balancer that everybody on the internet reaches. */
export function isPublicBalancer(object: KubernetesObject): boolean {
  const { type, loadBalancerSourceRanges = [] } = serviceSpec(object) ?? {};
  if (type !== "LoadBalancer" || loadBalancerSourceRanges.length > 0) return false;
  if ((object.annotations[ranges] ?? "") !== "") return false;
  return !internal.some(([name, value]) => value.test(object.annotations[name] ?? ""));
}

/** The load balancers by which everybody reaches a Gateway, as far as the input holds them. */
export function publicBalancersOf(
  graph: ObjectGraph,
  gateway: KubernetesObject,
): readonly KubernetesObject[] {
  return servicesOfGateway(graph, gateway).filter(isPublicBalancer);
}
