import { z } from "zod";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";

const proxyConfig = z.looseObject({
  proxyMetadata: z.record(z.string(), z.unknown()).optional(),
});
const withStatus = z.looseObject({ status: z.looseObject({ addresses: z.array(z.unknown()) }) });

/** Whether the mesh gives addresses to hosts that have none: the proxies answer DNS, and allocation is on. */
export function allocatesAddresses(graph: ObjectGraph): boolean {
  const { data } = proxyConfig.safeParse(meshConfig(graph).config.defaultConfig);
  const isOn = (name: string): boolean => data?.proxyMetadata?.[name] === "true";
  if (!isOn("ISTIO_META_DNS_CAPTURE")) return false;
  return isOn("ISTIO_META_DNS_AUTO_ALLOCATE") || isOn("PILOT_ENABLE_IP_AUTOALLOCATE");
}

/** Whether the control plane gave the object an address already. */
export function hasAllocatedAddress(object: KubernetesObject): boolean {
  const { data } = withStatus.safeParse(object.raw);
  return data !== undefined && data.status.addresses.length > 0;
}
