import { serviceId } from "../../graph/index.ts";
import type { ExternalService, Port } from "../../model/index.ts";
import { circuitBreakers, keepAlive, protocolOptions } from "./connections.ts";
import type { Delivery } from "./delivery.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { duration, type Resource } from "./fields.ts";
import { loadAssignment } from "./load-assignment.ts";
import { loadBalancing } from "./load-balancing.ts";
import { originationTls } from "./origination-tls.ts";
import { outlierDetection } from "./outlier-detection.ts";

/** Name of the cluster of one host of a service outside, at one of its ports: `shop/bank/api.bank.example:80`. */
export function outsideClusterName(
  service: Pick<ExternalService, "name" | "namespace">,
  host: string,
  { number }: Pick<Port, "number">,
): string {
  return `${serviceId(service)}/${host}:${String(number)}`;
}

/**
 * How the proxy reaches a service outside: each of its hosts at each of its ports, because every host has addresses of
 * its own. Names are looked up by the proxy's own DNS, unless the mesh knows the addresses.
 */
export function outsideClusters(
  service: ExternalService,
  { site, delivery }: { readonly site: ResolvedSite; readonly delivery: Delivery },
): readonly Resource[] {
  const { endpoints, hosts, policy, ports } = service;
  const { connectTimeout, http2Upgrade } = policy.connections;
  return hosts.flatMap((host) =>
    ports.map((port): Resource => {
      const name = outsideClusterName(service, host, port);
      const protocol = port.protocol === "http" && http2Upgrade ? "http2" : port.protocol;
      const addresses = endpoints.length === 0 ? [host] : endpoints;
      const places = addresses.map((address) => ({ address, port: port.target, priority: 0 }));
      return {
        name,
        ...(endpoints.length === 0
          ? { type: "STRICT_DNS", dns_lookup_family: "V4_PREFERRED" }
          : { type: "STATIC" }),
        connect_timeout: connectTimeout === undefined ? "5s" : duration(connectTimeout),
        per_connection_buffer_limit_bytes: site.limits.bufferBytes,
        ...loadBalancing(policy),
        load_assignment: loadAssignment(name, { endpoints: places }),
        circuit_breakers: circuitBreakers(policy),
        ...outlierDetection(policy.outlierDetection),
        ...keepAlive(policy.connections),
        ...protocolOptions(protocol, policy.connections),
        ...originationTls(service, { host, protocol }, { site, delivery }),
      };
    }),
  );
}
