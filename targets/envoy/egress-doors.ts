import { httpProtocols, type ExternalService, type Gateway, type Port } from "../../model/index.ts";
import { accessLogs } from "./access-log.ts";
import type { DoorContext, Doors } from "./doors.ts";
import { extension, type Fields, type Resource } from "./fields.ts";
import { gatewayExtensions } from "./gateway-extensions.ts";
import { httpConnectionManager } from "./http-connection-manager.ts";
import { httpListener, httpsListener } from "./listener.ts";
import { hashPolicy } from "./load-balancing.ts";
import { outsideClusterName } from "./outside-cluster.ts";
import { readinessListener } from "./readiness-listener.ts";
import { routeConfiguration } from "./route-configuration.ts";
import { metricsListener } from "./stats.ts";

/**
 * The listeners of a way out. Plain HTTP goes by the host that a caller names, also where it takes the proxy for what it
 * is (`HTTP_PROXY`, and `CONNECT` of `HTTPS_PROXY`); TLS goes by the name that it asks for, and is not opened. Whatever
 * is not declared is refused: an answer of 403, or a connection that is cut.
 */
export function egressDoors(
  gateway: Pick<Gateway, "extensions">,
  services: readonly ExternalService[],
  context: DoorContext,
): Doors {
  const { site, filters, limits } = context;
  const routes = routeConfiguration(
    "http",
    [...services.flatMap((each) => each.hosts.map((host) => hostOutside(each, host))), undeclared],
    // What the proxy notes for itself tells strangers about the inside.
    { request_headers_to_remove: ["x-envoy-external-address", "x-forwarded-proto"] },
  );
  const last = gatewayExtensions(gateway.extensions, "router");
  const passed = services.flatMap((service) => {
    const port = tlsPort(service);
    if (port === undefined) return [];
    return service.hosts.map((host) => {
      const name = outsideClusterName(service, host, port);
      return { name, hosts: [host], filter: passOn(name, context) };
    });
  });
  const manager = httpConnectionManager({
    ...{ ...context, name: routes.name, routes, last, outwards: true },
    ...{ filters: [...filters, ...limits], streaming: services.some(streams) },
  });
  return {
    listeners: [
      httpListener(site, manager),
      ...(passed.length === 0 ? [] : [httpsListener(site, passed)]),
      readinessListener(site),
      ...metricsListener(site),
    ],
    routes: [routes],
  };
}

/** The port of a service outside whose requests the proxy sees. */
export function requestPort({ ports }: Pick<ExternalService, "ports">): Port | undefined {
  return ports.find(({ protocol }) => httpProtocols.some((each) => each === protocol));
}

/** The one whose connections it hands on as they are. */
export function tlsPort({ ports }: Pick<ExternalService, "ports">): Port | undefined {
  return ports.find(({ protocol }) => protocol === "tls");
}

function streams({ ports }: ExternalService): boolean {
  return ports.some(({ protocol }) => protocol === "grpc");
}

/** Callers have a deadline and retries of their own; here is neither. */
function hostOutside(service: ExternalService, host: string): Resource {
  const seen = requestPort(service);
  const opaque = tlsPort(service);
  return {
    name: `${service.name}/${host}`,
    domains: [host],
    routes: [
      ...(opaque === undefined ? [] : [tunnel(service, host, opaque)]),
      refusedTunnel,
      seen === undefined ? refused : forward(service, host, seen),
    ],
  };
}

function forward(service: ExternalService, host: string, port: Port): Fields {
  const { name, policy, tls } = service;
  const authority = port.target === 443 ? host : `${host}:${String(port.target)}`;
  return {
    name: `${name}/http`,
    match: { prefix: "/" },
    route: {
      cluster: outsideClusterName(service, host, port),
      timeout: "0s",
      retry_policy: { num_retries: 0 },
      ...hashPolicy([policy]),
      // A caller names the port of plain HTTP, which is not where its request goes.
      ...(tls === undefined ? {} : { host_rewrite_literal: authority }),
    },
  };
}

/** `CONNECT` to exactly the port that is declared: what is in the tunnel is the caller's own TLS. */
function tunnel(service: ExternalService, host: string, port: Port): Fields {
  const exact = `${host}:${String(port.number)}`;
  return {
    name: `${service.name}/connect`,
    match: {
      connect_matcher: {},
      headers: [{ name: ":authority", string_match: { exact, ignore_case: true } }],
    },
    route: {
      cluster: outsideClusterName(service, host, port),
      timeout: "0s",
      upgrade_configs: [{ upgrade_type: "CONNECT", connect_config: {} }],
    },
  };
}

const refusal = { status: 403, body: { inline_string: "this host is not declared\n" } };

/** Every host that nobody declared, or declared for TLS only. */
const refused: Fields = {
  name: "undeclared",
  match: { prefix: "/" },
  direct_response: refusal,
};

/** `CONNECT` has no path to match. */
const refusedTunnel: Fields = { ...refused, match: { connect_matcher: {} } };

const undeclared: Resource = {
  name: ":undeclared",
  domains: ["*"],
  routes: [refusedTunnel, refused],
};

function passOn(cluster: string, { site }: DoorContext): Fields {
  return extension(
    "envoy.filters.network.tcp_proxy",
    "envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy",
    {
      stat_prefix: cluster,
      cluster,
      idle_timeout: "3600s",
      access_log: accessLogs(site, "connections"),
    },
  );
}
