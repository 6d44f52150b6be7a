/** Those of the mesh that Azure runs, in a namespace of its own: https://learn.microsoft.com/azure/aks/istio-deploy-ingress */
const ofAzure = ["aks-istio-ingressgateway-external", "aks-istio-ingressgateway-internal"];

const labels: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    "istio",
    new Set([
      "ingressgateway",
      "ingress",
      "egressgateway",
      "egress",
      "eastwestgateway",
      ...ofAzure,
    ]),
  ],
  [
    "app",
    new Set([
      "istio-ingressgateway",
      "istio-ingress",
      "istio-egressgateway",
      "istio-egress",
      "istio-eastwestgateway",
    ]),
  ],
]);

/**
 * Whether a selector names a gateway that comes with an installation of Istio. Such a gateway is taken to be there:
 * the files of applications refer to it and do not describe it.
 */
export function isStandardGateway(selector: Readonly<Record<string, string>>): boolean {
  const asked = Object.entries(selector);
  return asked.length > 0 && asked.every(([key, value]) => labels.get(key)?.has(value) ?? false);
}

/** Where such a gateway runs. */
export function namespaceOfStandardGateway(
  selector: Readonly<Record<string, string>>,
  root: string,
): string {
  return ofAzure.includes(selector["istio"] ?? "") ? "aks-istio-ingress" : root;
}

/** Whether a selector names the ingress gateway that comes with Istio. */
export function isStandardIngress(selector: Readonly<Record<string, string>>): boolean {
  return (
    isStandardGateway(selector) && Object.values(selector).every((each) => /ingress/.test(each))
  );
}

/** Ports that the Service of that ingress gateway offers, and those that it leads to. */
export const standardIngressPorts: ReadonlySet<number> = new Set([
  80, 443, 8080, 8443, 15012, 15017, 15021, 15443, 31400,
]);
