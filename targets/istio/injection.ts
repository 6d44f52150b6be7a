/** Labels of a namespace whose pods get a sidecar. */
export const injectionLabels: Readonly<Record<string, string>> = { "istio-injection": "enabled" };

/** Labels of pods that get none. */
export const outsideLabels: Readonly<Record<string, string>> = {
  "sidecar.istio.io/inject": "false",
};

/**
 * Annotations of a pod with a sidecar: the application starts after its proxy, so that its first requests are not
 * refused.
 */
export const podAnnotations: Readonly<Record<string, string>> = {
  "proxy.istio.io/config": JSON.stringify({ holdApplicationUntilProxyStarts: true }),
};

/** Annotations of a pod that reaches one port past its proxy. */
export function directPort(port: number): Readonly<Record<string, string>> {
  return { "traffic.sidecar.istio.io/excludeOutboundPorts": String(port) };
}
