import { isPlainObject } from "../../model/is-plain-object.ts";

/** How a file of MeshNetworks becomes an object, under the name that istioctl gives it. */
export const meshNetworksHead = {
  apiVersion: "mesh.istio.io/v1alpha1",
  kind: "MeshNetworks",
  metadata: { name: "meshnetworks", namespace: "istio-system" },
} as const;

/**
 * Whether a value is MeshNetworks as istiod mounts it, and nothing but that:
 * https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshNetworks
 */
export function isMeshNetworks(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isPlainObject(value) || Object.keys(value).join() !== "networks") return false;
  const networks = isPlainObject(value["networks"]) ? Object.values(value["networks"]) : [];
  const isNetwork = (each: unknown): boolean =>
    isPlainObject(each) && (Array.isArray(each["endpoints"]) || Array.isArray(each["gateways"]));
  return networks.length > 0 && networks.every(isNetwork);
}
