/** Completes a host as Istio does: a name without a dot belongs to the object's namespace, all else stays. */
export function qualifyHost(host: string, namespace: string): string {
  return host.includes(".") || host === "*" ? host : `${host}.${namespace}.svc.cluster.local`;
}
