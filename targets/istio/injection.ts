import type { Mesh, WorkloadService } from "../../model/index.ts";

/** Labels of a namespace whose pods get a sidecar. */
export const injectionLabels: Readonly<Record<string, string>> = { "istio-injection": "enabled" };

/** Labels of pods that get none. */
export const outsideLabels: Readonly<Record<string, string>> = {
  "sidecar.istio.io/inject": "false",
};

/**
 * Annotations of a service's pods with a sidecar: the application starts after its proxy, so that its first requests are
 * not refused. Where it calls a service by a host of its own, its proxy answers for that host when it is looked up, since
 * no DNS server may know it.
 * https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/
 */
export function podAnnotations(
  { calls }: Pick<WorkloadService, "calls">,
  { services }: Pick<Mesh, "services">,
): Readonly<Record<string, string>> {
  const looksUp = calls.some(({ to }) => {
    const callee = Object.hasOwn(services, to) ? services[to] : undefined;
    return callee?.kind === "workload" && callee.host !== undefined;
  });
  return {
    "proxy.istio.io/config": JSON.stringify({
      holdApplicationUntilProxyStarts: true,
      ...(looksUp ? { proxyMetadata: { ISTIO_META_DNS_CAPTURE: "true" } } : {}),
    }),
  };
}

/** Annotations of a pod that reaches one port past its proxy. */
export function directPort(port: number): Readonly<Record<string, string>> {
  return { "traffic.sidecar.istio.io/excludeOutboundPorts": String(port) };
}
