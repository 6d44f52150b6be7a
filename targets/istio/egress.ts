import { clusterHost, type Json, type Manifest } from "../../graph/index.ts";
import {
  httpProtocols,
  servicesOf,
  usualPolicy,
  type ExternalService,
  type Gateway,
  type Mesh,
} from "../../model/index.ts";
import { trafficPolicy } from "./traffic-policy.ts";

// The way out through a gateway. A caller's proxy sends what it knows the host of to the gateway, by mutual TLS where it
// sees requests, else as the caller encrypted it; the gateway sends it on and starts TLS where the author says so.

/** What callers say to the gateway where it sees requests. */
const httpOnly = { ports: [{ protocol: "http" }] } as const;

/** A service outside and the gateway that everything to it goes through. */
export interface WayOut {
  readonly service: ExternalService;
  readonly gateway: Gateway;
}

/** Every service that goes through a gateway, which `parseMesh` has seen to be one. */
export function waysOut({ services, gateways }: Mesh): readonly WayOut[] {
  return servicesOf({ services }).flatMap((service): WayOut[] => {
    if (service.kind !== "external" || service.through === undefined) return [];
    const gateway = gateways[service.through];
    return gateway === undefined ? [] : [{ service, gateway }];
  });
}

/** The gateway's listeners, and how callers' proxies reach each of them: under the name of the host outside. */
export function egressGateway(gateway: Gateway, ways: readonly WayOut[]): readonly Manifest[] {
  const { name, namespace, ports } = gateway;
  const own = ways.filter((way) => way.gateway.name === name).map(({ service }) => service);
  if (own.length === 0) return [];
  const seen = own.filter((service) => httpPort(service) !== undefined);
  const opaque = own.filter((service) => tlsPort(service) !== undefined);
  const servers: Json[] = [
    ...seen.map((service): Json => ({
      port: { number: ports.http, name: `https-${service.name}`, protocol: "HTTPS" },
      hosts: service.hosts,
      tls: { mode: "ISTIO_MUTUAL" },
    })),
    ...opaque.map((service): Json => ({
      port: { number: ports.https, name: `tls-${service.name}`, protocol: "TLS" },
      hosts: service.hosts,
      tls: { mode: "PASSTHROUGH" },
    })),
  ];
  const subsets = seen.map((service): Json => ({
    name: service.name,
    trafficPolicy: { tls: { mode: "ISTIO_MUTUAL", sni: service.host } },
  }));
  const metadata = { name, namespace };
  const apiVersion = "networking.istio.io/v1";
  return [
    { apiVersion, kind: "Gateway", metadata, spec: { selector: { istio: name }, servers } },
    ...(subsets.length === 0
      ? []
      : [
          {
            apiVersion,
            kind: "DestinationRule",
            metadata,
            spec: {
              host: clusterHost(name, namespace),
              // What services outside say of their own holds from the gateway on.
              trafficPolicy: trafficPolicy(usualPolicy, httpOnly),
              subsets,
            },
          },
        ]),
  ];
}

/** From the gateway on: one route for each host. */
export function egressRoutes({ service, gateway }: WayOut): readonly Manifest[] {
  const http = httpPort(service);
  const tls = tlsPort(service);
  return service.hosts.map((host, index) => {
    const to = (number: number): Json => [{ destination: { host, port: { number } } }];
    const suffix = index === 0 ? "" : `-${String(index + 1)}`;
    const spec: { readonly [key: string]: Json } = {
      hosts: [host],
      gateways: [`${gateway.namespace}/${gateway.name}`],
      ...(http === undefined
        ? {}
        : {
            http: [
              // The caller's proxy has its own deadline and retries; here is neither.
              { match: [{ port: gateway.ports.http }], route: to(http), retries: { attempts: 0 } },
            ],
          }),
      ...(tls === undefined
        ? {}
        : {
            tls: [{ match: [{ port: gateway.ports.https, sniHosts: [host] }], route: to(tls) }],
          }),
    };
    return {
      apiVersion: "networking.istio.io/v1",
      kind: "VirtualService",
      metadata: {
        name: `${gateway.name}-${service.name}${suffix}`,
        namespace: gateway.namespace,
      },
      spec,
    };
  });
}

/**
 * A route of callers' proxies, turned towards the gateway: every rule keeps its matches, deadline and retries. `compiled`
 * is undefined where there are no requests to see.
 */
export function towardsGateway(
  compiled: Manifest | undefined,
  { service, gateway }: WayOut,
  { name, host }: { readonly name: string; readonly host: string },
): Manifest {
  const gatewayHost = clusterHost(gateway.name, gateway.namespace);
  const { http = [] } = (compiled?.spec ?? {}) as {
    readonly http?: readonly { readonly [key: string]: Json }[];
  };
  const tls = tlsPort(service);
  const requests = {
    host: gatewayHost,
    subset: service.name,
    port: { number: gateway.ports.http },
  };
  const connections = { host: gatewayHost, port: { number: gateway.ports.https } };
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "VirtualService",
    metadata: { name, namespace: service.namespace },
    spec: {
      hosts: [host],
      ...(http.length === 0
        ? {}
        : { http: http.map((rule) => ({ ...rule, route: [{ destination: requests }] })) }),
      ...(tls === undefined
        ? {}
        : {
            tls: [
              {
                match: [{ port: tls, sniHosts: [host] }],
                route: [{ destination: connections }],
              },
            ],
          }),
    },
  };
}

function httpPort({ ports }: ExternalService): number | undefined {
  return ports.find(({ protocol }) => httpProtocols.some((each) => each === protocol))?.number;
}

function tlsPort({ ports }: ExternalService): number | undefined {
  return ports.find(({ protocol }) => protocol === "tls")?.number;
}
