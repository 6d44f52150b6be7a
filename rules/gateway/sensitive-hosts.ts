/** Hosts that only the own network knows; those of the cluster itself are served by gateways between clusters. */
const inside = /\.(?:internal|lan|corp|intra|intranet|private|home\.arpa)$/;

/** First labels of hosts that are for operators. */
const forOperators =
  /^(?:admin|backoffice|back-office|console|internal|intranet|ops|private|grafana|kiali|prometheus|alertmanager|jaeger|argocd|vault)$/;

/** Whether a host is for the own people only, as its name says. */
export function isSensitiveHost(host: string): boolean {
  const labels = host.split(".");
  return inside.test(host) || labels.slice(0, -2).some((each) => forOperators.test(each));
}

/** Whether a host is for everybody, as its name says: a full one that is not for the own people. */
export function isPublicHost(host: string): boolean {
  const [first = ""] = host.split(".");
  return (
    host.includes(".") &&
    first !== "" &&
    !isSensitiveHost(host) &&
    !/\.(?:svc|local|global|test|localhost)$/.test(host)
  );
}

/** A host of a server without the namespace that may serve it. */
export function plainHost(host: string): string {
  return host.replace(/^[^/]*\//, "");
}
