import type { ExternalService, Protocol } from "../../model/index.ts";
import type { Delivery } from "./delivery.ts";
import type { ResolvedSite } from "./edge-site.ts";
import type { Fields } from "./fields.ts";
import { outsideCertificate } from "./secret.ts";
import { outsideAlpn, tlsToName } from "./server-cluster.ts";

/**
 * TLS that the proxy starts towards a service outside, which has to prove the name that it is asked for. Nothing where
 * the mesh does not say so: bytes that callers encrypted themselves pass as they are.
 */
export function originationTls(
  { tls }: Pick<ExternalService, "tls">,
  { host, protocol }: { readonly host: string; readonly protocol: Protocol },
  { site, delivery }: { readonly site: ResolvedSite; readonly delivery: Delivery },
): Fields {
  if (tls === undefined) return {};
  const trust = (names: Fields): Fields => outsideCertificate(site, { ...tls, names }, delivery);
  return tlsToName(tls.sni ?? host, trust, outsideAlpn[protocol]);
}
