import type { Json, ServiceNode } from "../../graph/index.ts";

// What the objects of the Gateway API call each other by.

export const apiGroup = "gateway.networking.k8s.io";
/** Version of every kind that is used here, as of Gateway API 1.6. */
export const apiVersion = `${apiGroup}/v1`;

/** Name of the listener for plain HTTP. */
export const httpListener = "http";

/** Name of the listener of one host with a certificate; no two hosts share one. */
export function httpsListener(host: string): string {
  return host.startsWith("*.") ? `https-wildcard.${host.slice(2)}` : `https.${host}`;
}

/** Name of the listener of one host whose connections are routed; no two hosts share one. */
export function tlsListener(host: string): string {
  return host.startsWith("*.") ? `tls-wildcard.${host.slice(2)}` : `tls.${host}`;
}

/** Name of a listener for plain TCP. */
export function tcpListener(name: string): string {
  return `tcp.${name}`;
}

/** Name of the Service of one version: routes send to Services, never to labels. */
export function versionServiceName(service: string, version: string): string {
  return `${service}-${version}`;
}

/** A port of a Service as the parent of a route: requests from inside the mesh (GAMMA). */
export function serviceParent(name: string, port: number): Json {
  return { group: "", kind: "Service", name, port };
}

/** The HTTP ports of a service, whatever of HTTP they speak. */
export function httpPorts({ ports }: Pick<ServiceNode, "ports">): ServiceNode["ports"] {
  return ports.filter(({ protocol }) => ["http", "http2", "grpc"].includes(protocol));
}
