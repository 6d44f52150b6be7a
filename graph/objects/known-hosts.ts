import {
  serviceEntrySpec,
  serviceEntryType,
  type ServiceEntrySpec,
} from "../kinds/service-entry.ts";
import { serviceSpec, serviceType, type ServiceSpec } from "../kinds/service.ts";
import { clusterHost } from "../names.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import { meshConfig } from "./mesh-config.ts";
import { objectsOf, type ObjectGraph } from "./objects-of.ts";
import { perGraph } from "./per-graph.ts";

/** A host that the mesh knows, and who may see it. */
export interface KnownHost {
  /** Fully qualified, or a wildcard (`*.example.com`). */
  readonly host: string;
  readonly object: KubernetesObject;
  /** Where it was declared. */
  readonly namespace: string;
  /** Namespaces that see it, `*` for all; a `.` is already resolved. Empty: nobody (`~`). */
  readonly exportTo: ReadonlySet<string>;
  readonly ports: readonly KnownPort[];
  /** Exactly one of the two is there. */
  readonly service?: ServiceSpec;
  readonly entry?: ServiceEntrySpec;
}

export interface KnownPort {
  readonly number: number;
  readonly name: string;
  /** Of a Service: `TCP`, `UDP`, `SCTP`; of a ServiceEntry: `HTTP`, `TLS`, … */
  readonly protocol: string;
  readonly appProtocol: string | undefined;
  readonly targetPort: number | string | undefined;
}

/** Every host of Services and ServiceEntries: those with a full name by name, and the wildcards. */
export interface KnownHosts {
  readonly byHost: ReadonlyMap<string, readonly KnownHost[]>;
  readonly wildcards: readonly KnownHost[];
}

/** The hosts of the input. For one name, Services come first, then ServiceEntries, the last one first. */
export const knownHosts: (graph: ObjectGraph) => KnownHosts = perGraph((graph) => {
  const all = [...serviceHosts(graph), ...entryHosts(graph).reverse()];
  return {
    byHost: Map.groupBy(all, ({ host }) => host),
    wildcards: all.filter(({ host }) => host.startsWith("*")),
  };
});

function serviceHosts(graph: ObjectGraph): KnownHost[] {
  const fallback = meshConfig(graph).config.defaultServiceExportTo ?? [];
  return objectsOf(graph, serviceType).flatMap((object) => {
    const service = serviceSpec(object);
    if (service === undefined) return [];
    const { namespace, name } = object;
    const said = object.annotations["networking.istio.io/exportTo"];
    const scopes = said === undefined || said === "" ? fallback : said.split(",");
    const ports = (service.ports ?? []).flatMap((each): KnownPort[] => {
      const { port: number, name = "", protocol = "TCP", appProtocol, targetPort } = each;
      return number === undefined ? [] : [{ number, name, protocol, appProtocol, targetPort }];
    });
    const exportTo = resolveExportTo(scopes, namespace);
    return { host: clusterHost(name, namespace), object, namespace, exportTo, ports, service };
  });
}

function entryHosts(graph: ObjectGraph): KnownHost[] {
  const fallback = meshConfig(graph).config.defaultServiceExportTo ?? [];
  return objectsOf(graph, serviceEntryType).flatMap((object) => {
    const entry = serviceEntrySpec(object);
    if (entry === undefined) return [];
    const { namespace } = object;
    const exportTo = resolveExportTo(entry.exportTo?.length ? entry.exportTo : fallback, namespace);
    const ports = (entry.ports ?? []).map((port) => ({
      number: port.number ?? 0,
      name: port.name ?? "",
      protocol: port.protocol ?? "",
      appProtocol: undefined,
      targetPort: port.targetPort,
    }));
    return (entry.hosts ?? []).map((host) => {
      return { host: completeHost(host, namespace), object, namespace, exportTo, ports, entry };
    });
  });
}

const everywhere: ReadonlySet<string> = new Set(["*"]);

/** Namespaces that an `exportTo` names; none said means all. */
export function resolveExportTo(scopes: readonly string[], namespace: string): ReadonlySet<string> {
  if (scopes.length === 0) return everywhere;
  const named = scopes.map((each) => each.trim()).filter((each) => each !== "~");
  return new Set(named.map((each) => (each === "." ? namespace : each)));
}

/** Completes a host: a name without a dot belongs to the namespace of the object that says it. */
export function completeHost(host: string, namespace: string): string {
  return host.startsWith("*") || host.includes(".") ? host : clusterHost(host, namespace);
}
