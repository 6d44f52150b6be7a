import type { Service, Version } from "../model/index.ts";
import type { ServiceId } from "./graph.ts";

// The names that things have on the cluster. One function a name, so that graph, targets and bench cannot differ.

/** Fully qualified DNS name of a service in the cluster. */
export function clusterHost(name: string, namespace: string): string {
  return `${name}.${namespace}.svc.cluster.local`;
}

/** The host that callers use: its own, or that of its Service in the cluster. */
export function hostOf({ name, namespace, host }: Service): string {
  return host ?? clusterHost(name, namespace);
}

/** Id of a service's node. */
export function serviceId({ namespace, name }: Pick<Service, "namespace" | "name">): ServiceId {
  return `${namespace}/${name}`;
}

/** Name of the Deployment of one version. */
export function workloadName(
  service: string,
  version: Pick<Version, "name">,
  versioned: boolean,
): string {
  return versioned ? `${service}-${version.name}` : service;
}

/** Labels of the pods of one version. */
export function workloadLabels(
  service: string,
  version: Pick<Version, "name">,
): { app: string; version: string } {
  return { app: service, version: version.name };
}

/** SPIFFE identity of a service's workloads. */
export function identityOf(
  trustDomain: string,
  { namespace, name }: Pick<Service, "namespace" | "name">,
): string {
  return `spiffe://${trustDomain}/ns/${namespace}/sa/${name}`;
}

/** Name of the routes of one service at one gateway: of requests, or of connections by SNI or by port. */
export function gatewayRouteName(gateway: string, service: string, connections = ""): string {
  return connections === "" ? `${gateway}-${service}` : `${gateway}-${service}-${connections}`;
}

/** Name of the routes of a host of which parts are handed over. */
export function sharedHostRouteName(gateway: string, host: string): string {
  return `${gateway}-${host.replace(/^\*\./, "wildcard.")}`;
}

/** Whether a wildcard (`*.suffix`) covers another host, or another wildcard. */
export function coversHost(wildcard: string, host: string): boolean {
  return wildcard.startsWith("*.") && host !== wildcard && host.endsWith(wildcard.slice(1));
}
