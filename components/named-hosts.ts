import type { Manifest } from "../graph/index.ts";

/** Every host to which an Istio object sends, wherever in it that is said. */
export function namedHosts(manifest: Manifest): ReadonlySet<string> {
  const hosts = new Set<string>();
  collect(manifest, hosts);
  return hosts;
}

function collect(value: unknown, hosts: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "host" && typeof inner === "string") hosts.add(inner);
    else collect(inner, hosts);
  }
}
