import type { TokenProvider } from "../../model/index.ts";
import type { ResolvedSite } from "./edge-site.ts";
import type { Resource } from "./fields.ts";
import { serverCluster, serverOfUrl } from "./server-cluster.ts";

/** Name of the cluster from which the keys of a provider are fetched. */
export function keyClusterName(provider: string): string {
  return `:keys/${provider}`;
}

/** How the proxy reaches the keys of a provider: over TLS, by a certificate for exactly that name. */
export function keyCluster(
  { name, jwks }: TokenProvider,
  site: Pick<ResolvedSite, "publicAuthorities">,
): readonly Resource[] {
  if (jwks.kind === "inline") return [];
  const server = { ...serverOfUrl(jwks.uri), tls: {} };
  return [serverCluster({ name: keyClusterName(name), server }, site)];
}
