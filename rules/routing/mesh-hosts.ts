import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { isSameObject } from "../../graph/objects/is-same-object.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { completeHost, resolveExportTo } from "../../graph/objects/known-hosts.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { hostsMeet } from "./gateway-hosts.ts";
import { meshGateway } from "./gateway-names.ts";

/** Other VirtualServices that define the same host for the same sidecars. */
export interface HostConflict {
  readonly host: string;
  readonly others: readonly KubernetesObject[];
}

const everybody = ["*"];

type ByHost = ReadonlyMap<string, readonly KubernetesObject[]>;

/** The VirtualServices whose hosts others define as well, where both are seen; one host of each. */
export const meshHostConflicts = perGraph((graph): ReadonlyMap<KubernetesObject, HostConflict> => {
  const fallback = meshConfig(graph).config.defaultVirtualServiceExportTo ?? [];
  const scopes = new Map<string, Map<string, KubernetesObject[]>>();
  for (const object of objectsOf(graph, virtualServiceType)) {
    const { hosts = [], gateways = [], exportTo = [] } = virtualServiceSpec(object) ?? {};
    if (gateways.length > 0 && !gateways.includes(meshGateway)) continue;
    const scoped = resolveExportTo(exportTo.length > 0 ? exportTo : fallback, object.namespace);
    for (const scope of scoped.has("*") ? everybody : scoped) {
      for (const host of hosts) add(scopes, scope, completeHost(host, object.namespace), object);
    }
  }
  const conflicts = new Map<KubernetesObject, HostConflict>();
  const all: ByHost = scopes.get("*") ?? new Map<string, KubernetesObject[]>();
  for (const [scope, byHost] of scopes) {
    for (const [host, own] of byHost) {
      const meeting = scope === "*" ? own : [...own, ...definedFor(all, host)];
      if (meeting.length < 2) continue;
      for (const each of meeting) {
        if (conflicts.has(each)) continue;
        const others = meeting.filter((other) => !isSameObject(other, each));
        const isTwice = meeting.indexOf(each) !== meeting.lastIndexOf(each);
        if (others.length > 0 || isTwice) conflicts.set(each, { host, others });
      }
    }
  }
  return conflicts;
});

function add(
  scopes: Map<string, Map<string, KubernetesObject[]>>,
  scope: string,
  host: string,
  object: KubernetesObject,
): void {
  const byHost = scopes.get(scope) ?? new Map<string, KubernetesObject[]>();
  scopes.set(scope, byHost);
  const there = byHost.get(host);
  if (there === undefined) byHost.set(host, [object]);
  else there.push(object);
}

const wildcards = new WeakMap<ByHost, readonly string[]>();

/** Those for everybody that have the host: by its name, or as one wildcard meets the other. */
function definedFor(all: ByHost, host: string): readonly KubernetesObject[] {
  let wild = wildcards.get(all);
  if (wild === undefined) {
    wild = [...all.keys()].filter((each) => each.startsWith("*"));
    wildcards.set(all, wild);
  }
  const others = host.startsWith("*") ? [...all.keys()] : wild;
  const met = others.filter((each) => each !== host && hostsMeet(each, host));
  return [host, ...met].flatMap((each) => all.get(each) ?? []);
}
