import { serviceEntrySpec, serviceEntryType } from "../../graph/kinds/service-entry.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { isSameObject } from "../../graph/objects/is-same-object.ts";
import { resolveExportTo } from "../../graph/objects/known-hosts.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** ServiceEntries that a namespace sees together give a port of a host one protocol. */
export const conflictingProtocols: Rule = {
  id: "service-entries/conflicting-protocols",
  code: "HED4261",
  severity: "warning",
  summary: "a port of an external host has one protocol",
  covers: ["IST0177", "KIA1212"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const reported = new Set<KubernetesObject>();
    const index = protocolsByPort(graph);
    for (const [key, own] of index) {
      const [scope, ...place] = key.split(" ");
      const all = scope === "*" ? own : [...own, ...(index.get(["*", ...place].join(" ")) ?? [])];
      if (new Set(all.map(({ protocol }) => protocol)).size < 2) continue;
      for (const { object, path } of all) {
        if (reported.has(object)) continue;
        const others = all.filter((each) => !isSameObject(each.object, object));
        const there = [...others, ...all.filter((each) => each.object === object)];
        const protocols = [...new Set(there.map(({ protocol }) => protocol || "none"))].sort();
        if (protocols.length < 2) continue;
        reported.add(object);
        const sources = others.slice(0, 5).map((each) => each.object.origin().source);
        const who = [...new Set(sources)].join(", ");
        find({
          outcome: "fail",
          origin: object.origin(path),
          message: `port ${place.toReversed().join(" of ")} has the protocols ${protocols.join(" and ")}; also defined by ${who || "this ServiceEntry itself"}`,
          fix: "give the port one protocol, or define the host once",
        });
      }
    }
  },
};

interface PortOfHost {
  readonly protocol: string;
  readonly object: KubernetesObject;
  readonly path: readonly (string | number)[];
}

/** By who sees it, host and port number. */
function protocolsByPort(graph: ObjectGraph): ReadonlyMap<string, readonly PortOfHost[]> {
  const index = new Map<string, PortOfHost[]>();
  for (const object of objectsOf(graph, serviceEntryType)) {
    const { hosts = [], ports = [], exportTo = [] } = serviceEntrySpec(object) ?? {};
    const scopes = resolveExportTo(exportTo, object.namespace);
    for (const scope of scopes.has("*") ? ["*"] : scopes) {
      for (const host of hosts) {
        for (const [place, { number = 0, protocol = "" }] of ports.entries()) {
          const key = `${scope} ${host} ${String(number)}`;
          const there = index.get(key) ?? [];
          index.set(key, there);
          const path = ["spec", "ports", place, "protocol"];
          there.push({ protocol: protocol.toUpperCase(), object, path });
        }
      }
    }
  }
  return index;
}
