import { siteKeys, type EdgeSite } from "../../targets/envoy/index.ts";
import { paths } from "./paths.ts";

/**
 * A site whose proxies are pods: ports that need no rights, files where they are mounted, and readiness where kubelet
 * can ask. What the author says wins, but for the places of files; what says how pods run is no part of it.
 */
export function kubernetesSite(site: EdgeSite): EdgeSite {
  const own = Object.entries(site).filter(([key]) => siteKeys.includes(key));
  const { stats = {} } = site;
  return {
    ...Object.fromEntries(own),
    listen: { http: 8080, https: 8443, ...site.listen },
    readiness: { address: "0.0.0.0", ...site.readiness },
    ...(stats.prometheus === undefined
      ? {}
      : { stats: { ...stats, prometheus: { address: "0.0.0.0", ...stats.prometheus } } }),
    certificates: paths.certificates,
    ...(site.identity === undefined || site.identity === "none"
      ? {}
      : {
          identity: {
            certificate: `${paths.identity}/tls.crt`,
            key: `${paths.identity}/tls.key`,
            authorities: `${paths.identity}/ca.crt`,
          },
        }),
  };
}
