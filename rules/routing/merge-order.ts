import { virtualServiceSpec, type HttpMatch } from "../../graph/kinds/virtual-service.ts";
import { isSameObject } from "../../graph/objects/is-same-object.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import type { Rule } from "../rule.ts";
import { servedHosts } from "./routes-by-host.ts";

/** Of the VirtualServices that a gateway merges for a host, no two take the same requests: their order is not defined. */
export const mergeOrder: Rule = {
  id: "routing/merge-order",
  code: "HED4750",
  severity: "warning",
  summary: "a gateway merges only VirtualServices that take different requests",
  covers: ["KIA1106"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const reported = new Set<KubernetesObject>();
    for (const [key, objects] of servedHosts(graph)) {
      const [gateway = "", host = ""] = key.split(" ");
      for (const object of objects.length < 2 ? [] : objects) {
        if (reported.has(object)) continue;
        const other = objects.find((each) => !isSameObject(each, object) && overlap(object, each));
        if (other === undefined) continue;
        reported.add(object);
        find({
          outcome: "fail",
          origin: object.origin(["spec", "hosts"]),
          message: `gateway ${gateway} merges it with ${other.origin().source} for the host ${host}, and both take the same requests: which of them gets these is not defined`,
          fix: "write the routes of the host into one VirtualService, or give each paths of its own",
        });
      }
    }
  },
};

/** Whether some request is taken by both: each has a route for everything, or their paths meet. */
function overlap(one: KubernetesObject, other: KubernetesObject): boolean {
  const [first, second] = [matchesOf(one), matchesOf(other)];
  return first.some((a) => second.some((b) => meet(a, b)));
}

function matchesOf(object: KubernetesObject): readonly HttpMatch[] {
  return (virtualServiceSpec(object)?.http ?? []).flatMap(({ match = [] }) =>
    match.length === 0 ? [{}] : match,
  );
}

function meet(one: HttpMatch, other: HttpMatch): boolean {
  const [a, b] = [pathOf(one), pathOf(other)];
  const isSpecific = [one, other].some((each) => hasMore(each));
  if (a === "everything" || b === "everything") {
    // One that takes all that is left is usual, beside others that take paths of their own.
    return a === b && !isSpecific;
  }
  return a === b && !isSpecific;
}

function pathOf({ uri }: HttpMatch): string {
  if (uri === undefined || uri.prefix === "/") return "everything";
  return JSON.stringify(uri);
}

/** Whether a match looks at more than the path, so that two of the same path may still differ. */
function hasMore(match: HttpMatch): boolean {
  return Object.keys(match).some((key) => !["uri", "name", "statPrefix", "gateways"].includes(key));
}
