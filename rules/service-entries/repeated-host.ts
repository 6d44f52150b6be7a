import { isSameObject } from "../../graph/objects/is-same-object.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { resolveExportTo } from "../../graph/objects/known-hosts.ts";
import { serviceEntrySpec, serviceEntryType } from "../../graph/kinds/service-entry.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import type { Rule } from "../rule.ts";

interface Stated {
  readonly object: KubernetesObject;
  readonly place: number;
  readonly protocol: string;
  readonly scopes: ReadonlySet<string>;
}

/** One ServiceEntry says what a port of an external host is. How several are merged is not defined. */
export const repeatedHost: Rule = {
  id: "service-entries/repeated-host",
  code: "HED4658",
  severity: "warning",
  summary: "one ServiceEntry defines a port of an external host",
  covers: ["KIA1211"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const byPort = new Map<string, Stated[]>();
    for (const object of objectsOf(graph, serviceEntryType)) {
      const { hosts = [], ports = [], exportTo = [] } = serviceEntrySpec(object) ?? {};
      const scopes = resolveExportTo(exportTo, object.namespace);
      for (const host of hosts) {
        for (const [place, { number = 0, protocol = "" }] of ports.entries()) {
          const key = `${host} ${String(number)}`;
          const there = byPort.get(key) ?? [];
          byPort.set(key, there);
          there.push({ object, place, protocol: protocol.toUpperCase(), scopes });
        }
      }
    }
    for (const [key, all] of byPort) {
      // Different protocols are a fault of their own: `service-entries/conflicting-protocols`.
      if (new Set(all.map(({ protocol }) => protocol)).size > 1) continue;
      for (const { object, place, scopes } of all) {
        const other = all.find(
          (each) => !isSameObject(each.object, object) && meet(each.scopes, scopes),
        );
        if (other === undefined) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "ports", place]),
          message: `port ${key.split(" ").reverse().join(" of ")} is also defined by ${other.object.origin().source}`,
          fix: "define the host in one ServiceEntry, or export each to other namespaces",
        });
      }
    }
  },
};

/** Whether any namespace sees both. */
function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (one.size === 0 || other.size === 0) return false;
  return one.has("*") || other.has("*") || [...one].some((each) => other.has(each));
}
