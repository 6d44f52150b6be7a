/** Labels that Istio 1.31 reads; the same name as an annotation has no effect. */
const labels: ReadonlySet<string> = new Set([
  "gateway.istio.io/managed",
  "istio-injection",
  "istio.io/dataplane-mode",
  "istio.io/ingress-use-waypoint",
  "istio.io/rev",
  "istio.io/tag",
  "istio.io/use-waypoint",
  "istio.io/use-waypoint-canary",
  "istio.io/use-waypoint-canary-namespace",
  "istio.io/use-waypoint-namespace",
  "istio.io/waypoint-for",
  "networking.istio.io/enable-autoallocate-ip",
  "networking.istio.io/gatewayPort",
  "operator.istio.io/component",
  "operator.istio.io/managed",
  "operator.istio.io/version",
  "security.istio.io/tlsMode",
  "service.istio.io/canonical-name",
  "service.istio.io/canonical-revision",
  "service.istio.io/workload-name",
  "sidecar.istio.io/inject",
  "topology.istio.io/cluster",
  "topology.istio.io/locality",
  "topology.istio.io/network",
  "topology.istio.io/subzone",
]);

/** Whether Istio reads a label of this name. */
export function isIstioLabel(name: string): boolean {
  return labels.has(name);
}
