import type { Json, Manifest } from "../../graph/index.ts";
import {
  httpProtocols,
  type ExternalService,
  type Gateway,
  type Origination,
} from "../../model/index.ts";
import { exportTo } from "./visibility.ts";
import { trafficPolicy } from "./traffic-policy.ts";

/**
 * How a service outside is reached, one rule for each host: its policy, and the TLS that the last proxy on the way out
 * starts. That is the sidecar of every caller, or the egress gateway alone, whose Secret holds what it needs. The server
 * has to prove the name that it is asked for.
 */
export function externalRules(service: ExternalService, through?: Gateway): readonly Manifest[] {
  const { name, hosts, tls } = service;
  const own = through === undefined ? name : `${through.name}-${name}`;
  return hosts.map((host, index) => ({
    apiVersion: "networking.istio.io/v1",
    kind: "DestinationRule",
    metadata: {
      name: index === 0 ? own : `${own}-${String(index + 1)}`,
      namespace: through?.namespace ?? service.namespace,
    },
    spec: {
      host,
      ...(through === undefined
        ? exportTo(service)
        : { workloadSelector: { matchLabels: { istio: through.name } } }),
      trafficPolicy: withTls(service, tls === undefined ? undefined : clientTls(tls, host)),
    },
  }));
}

/** Without a Secret the server's certificate is checked against the public authorities of the proxy's image. */
function clientTls({ mode, secret, sni }: Origination, host: string): Json {
  return {
    mode: mode === "mutual" ? "MUTUAL" : "SIMPLE",
    ...(secret === undefined ? { caCertificates: "system" } : { credentialName: secret }),
    sni: sni ?? host,
    subjectAltNames: [sni ?? host],
  };
}

/** Ports on which callers speak TLS themselves are left alone. What a port says takes nothing over from the rest. */
function withTls(service: ExternalService, tls: Json | undefined): Json {
  const { ports, policy } = service;
  const all = trafficPolicy(policy, service);
  if (tls === undefined) return all;
  const seen = ports.filter(({ protocol }) => httpProtocols.some((each) => each === protocol));
  if (seen.length === ports.length) return { ...all, tls };
  const each = Object.entries(all).filter(([field]) => field !== "retryBudget");
  return {
    ...all,
    portLevelSettings: seen.map(({ number }) => {
      return { port: { number }, ...Object.fromEntries(each), tls };
    }),
  };
}
