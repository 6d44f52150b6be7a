import {
  destinationRuleSpec,
  destinationRuleType,
  type DestinationRuleSpec,
} from "../../graph/kinds/destination-rule.ts";
import { isSameObject } from "../../graph/objects/is-same-object.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/**
 * DestinationRules of one namespace for one host, which Istio merges, do not both say how the host or a subset is
 * called: only the oldest is followed.
 */
export const duplicateRule: Rule = {
  id: "destinations/duplicate-rule",
  code: "HED4233",
  severity: "warning",
  summary: "one DestinationRule of a namespace says how a host or a subset is called",
  covers: ["KIA0201"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const places = new Map<string, KubernetesObject[]>();
    for (const { object, spec, host } of sharingHosts(graph)) {
      const scope = [object.namespace, host, [...(spec.exportTo ?? [])].sort()];
      for (const part of partsOf(spec)) {
        const key = JSON.stringify([...scope, part]);
        const there = places.get(key);
        if (there === undefined) places.set(key, [object]);
        else if (!there.some((each) => isSameObject(each, object))) there.push(object);
      }
    }
    for (const [key, objects] of places) {
      if (objects.length < 2) continue;
      const [, host, , part] = JSON.parse(key) as [string, string, readonly string[], string];
      for (const object of objects) {
        const others = objects.filter((each) => each !== object).slice(0, 5);
        const who = others.map((each) => each.origin().source).join(", ");
        find({
          outcome: "fail",
          origin: object.origin(["spec", "host"]),
          message: `${part} of ${host} is also defined by ${who}, and only the oldest is followed`,
          fix: "merge them into one DestinationRule",
        });
      }
    }
  },
};

interface HostRule {
  readonly object: KubernetesObject;
  readonly spec: DestinationRuleSpec;
  /** In full. */
  readonly host: string;
}

/** The rules whose host another rule has too: nearly every host has one. */
function sharingHosts(graph: ObjectGraph): readonly HostRule[] {
  const all: HostRule[] = [];
  const once = new Set<string>();
  const shared = new Set<string>();
  for (const object of objectsOf(graph, destinationRuleType)) {
    const spec = destinationRuleSpec(object);
    if (spec?.host === undefined || spec.workloadSelector !== undefined) continue;
    const host = completeHost(spec.host, object.namespace);
    (once.has(host) ? shared : once).add(host);
    all.push({ object, spec, host });
  }
  return shared.size === 0 ? [] : all.filter(({ host }) => shared.has(host));
}

function partsOf({ trafficPolicy, subsets = [] }: DestinationRuleSpec): readonly string[] {
  const names = new Set(subsets.flatMap(({ name }) => (name === undefined ? [] : [name])));
  const parts = [...names].map((name) => `the subset ${name}`);
  return trafficPolicy === undefined ? parts : ["the traffic policy", ...parts];
}
