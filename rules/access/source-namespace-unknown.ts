import { authorizationPolicyType } from "../../graph/kinds/authorization-policy.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { hasNameless } from "../../graph/objects/has-nameless.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { virtualPods } from "../../graph/objects/virtual-pods.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";
import { sourcesOf } from "./sources-of.ts";

const fields = ["namespaces", "notNamespaces"] as const;

/**
 * Every namespace that a rule of access names exists. One that does not exist matches nobody: callers are refused, or
 * a DENY for them never acts.
 */
export const sourceNamespaceUnknown: Rule = {
  id: "access/source-namespace-unknown",
  code: "HED4400",
  severity: "error",
  summary: "the namespaces that access rules name exist",
  covers: ["IST0101", "KIA0101"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, authorizationPolicyType, ...fields)) {
      const { names, described } = knownNamespaces(graph);
      for (const { source, path } of sourcesOf(object)) {
        for (const field of fields) {
          source[field]?.forEach((pattern, index) => {
            if (matches(pattern, names)) return;
            find({
              outcome: described ? "fail" : "unknown",
              origin: object.origin([...path, field, index]),
              message: `${field} names "${pattern}", and no namespace here matches it`,
              fix: "correct the name, or describe the namespace too",
              absent: [],
            });
          });
        }
      }
    }
  },
};

/** Namespaces of every cluster, and those that the input describes or puts workloads into. */
const knownNamespaces = perGraph((graph: ObjectGraph) => {
  const stated = objectsOf(graph, "/Namespace").map(({ name }) => name);
  const names = new Set([...stated, ...virtualPods(graph).map(({ namespace }) => namespace)]);
  for (const each of ["default", "kube-system", rootNamespace(graph)]) names.add(each);
  return {
    names: new Set([...names].map((each) => each.toLowerCase())),
    described: stated.length > 0 && !hasNameless(graph, "/Namespace"),
  };
});

function matches(pattern: string, names: ReadonlySet<string>): boolean {
  const wanted = pattern.toLowerCase();
  if (wanted === "*" || names.has(wanted)) return true;
  if (wanted.startsWith("*")) return [...names].some((each) => each.endsWith(wanted.slice(1)));
  if (!wanted.endsWith("*")) return false;
  return [...names].some((each) => each.startsWith(wanted.slice(0, -1)));
}
