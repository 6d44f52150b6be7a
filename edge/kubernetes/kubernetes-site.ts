import type { EdgeSite } from "../../targets/envoy/index.ts";
import { paths } from "./paths.ts";

/**
 * A site whose proxies are pods: ports that need no rights, files where they are mounted, and readiness where kubelet
 * can ask. What the author says wins, but for the places of files.
 */
export function kubernetesSite(site: EdgeSite): EdgeSite {
  return {
    ...site,
    listen: { http: 8080, https: 8443, ...site.listen },
    readiness: { address: "0.0.0.0", ...site.readiness },
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
