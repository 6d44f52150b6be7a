import { clusterHost } from "../../graph/names.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { podsSelectedBy } from "../../graph/objects/virtual-pods.ts";
import { policiesOf, type Policy } from "../change/access-scopes.ts";
import { rewritesByHost, type PathRewrite } from "../routing/path-rewrites.ts";
import { servicesOfPod } from "../services/pods-of-services.ts";
import type { Rule } from "../rule.ts";

/** An access rule of a workload names paths as they arrive there, not as they were before a route rewrote them. */
export const pathBeforeRewrite: Rule = {
  id: "access/path-before-rewrite",
  code: "HED4732",
  severity: "warning",
  summary: "access rules of workloads name paths as routes have rewritten them",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    if (rewritesByHost(graph).size === 0) return;
    for (const policy of policiesOf(graph)) {
      const paths = pathsOf(policy);
      // What is attached to a gateway or a waypoint sees the path before the route does.
      if (paths.length === 0 || policy.target !== "") continue;
      const rewrites = rewritesTo(graph, policy);
      for (const { text, path } of paths) {
        const rewrite = rewrites.find((each) => isBefore(text, each));
        if (rewrite === undefined) continue;
        find({
          outcome: "fail",
          origin: policy.object.origin(path),
          message: `compares ${text}, and ${rewrite.object.origin().source} rewrites ${rewrite.from} to ${rewrite.to} before the request arrives`,
          fix: "name the path that arrives, or enforce this rule at the gateway",
        });
      }
    }
  },
};

function pathsOf({ spec }: Policy) {
  return (spec.rules ?? []).flatMap(({ to = [] }, rule) =>
    to.flatMap(({ operation = {} }, place) =>
      (["paths", "notPaths"] as const).flatMap((field) =>
        (operation[field] ?? []).map((text, index) => {
          return { text, path: ["spec", "rules", rule, "to", place, "operation", field, index] };
        }),
      ),
    ),
  );
}

/** What routes rewrite on the way to the workloads of a policy. */
function rewritesTo(graph: ObjectGraph, { namespace, labels }: Policy): readonly PathRewrite[] {
  const services = new Set(
    podsSelectedBy(graph, namespace, labels).flatMap((pod) => servicesOfPod(graph, pod)),
  );
  return [...services].flatMap(
    ({ object }) => rewritesByHost(graph).get(clusterHost(object.name, object.namespace)) ?? [],
  );
}

/** Whether a pattern is for a path below what is rewritten away. */
function isBefore(pattern: string, { from, to }: PathRewrite): boolean {
  const base = from.replace(/\/$/, "");
  const rest = pattern.slice(base.length);
  if (base === "" || !pattern.startsWith(base) || !/^(?:[/*]|$)/.test(rest)) return false;
  return !to.startsWith(base);
}
