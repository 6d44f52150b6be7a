import type { WorkloadService } from "../../model/index.ts";
import { portOf, siteKeys, type EdgeSite } from "../../targets/envoy/index.ts";
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

/**
 * The same for proxies in the pods of a service: on ports that its own containers rarely have, and before the service at
 * the loopback address, in plaintext.
 */
export function sidecarSite(site: EdgeSite, service: WorkloadService): EdgeSite {
  const { target } = portOf(service);
  const here = Object.fromEntries(
    service.versions.map(({ name }) => [name, [`127.0.0.1:${String(target)}`]]),
  );
  return kubernetesSite({
    ...site,
    listen: { http: 15_080, https: 15_443, ...site.listen },
    endpoints: { [service.name]: here, ...site.endpoints },
    identity: site.identity ?? "none",
  });
}
