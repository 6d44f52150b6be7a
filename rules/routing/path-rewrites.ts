import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";

/** A path, or the prefix of one, that a route replaces on the way to a host. */
export interface PathRewrite {
  readonly object: KubernetesObject;
  readonly from: string;
  readonly to: string;
}

/** What VirtualServices rewrite, by the full name of the host that gets the request; without what some route leaves as it is. */
export const rewritesByHost: (graph: ObjectGraph) => ReadonlyMap<string, readonly PathRewrite[]> =
  perGraph((graph) => {
    // Without any, it does not matter what is left as it is.
    if (objectsWith(graph, virtualServiceType, "rewrite").length === 0) return new Map();
    const all = objectsOf(graph, virtualServiceType).flatMap(rewritesOf);
    return new Map(
      [...Map.groupBy(all, ({ host }) => host)].flatMap(([host, rewrites]) => {
        const kept = rewrites.filter(({ to }) => to === undefined).map(({ from }) => from);
        const real = rewrites.flatMap(({ object, from, to }) =>
          to === undefined || kept.some((each) => each.startsWith(from))
            ? []
            : [{ object, from, to }],
        );
        return real.length === 0 ? [] : [[host, real] as const];
      }),
    );
  });

/** Each match of a path with each destination; `to` is undefined where the path stays. */
function rewritesOf(object: KubernetesObject) {
  return (virtualServiceSpec(object)?.http ?? []).flatMap(({ match = [], rewrite, route = [] }) => {
    // What a regular expression makes of a path is not worked out here.
    if (rewrite?.uriRegexRewrite !== undefined) return [];
    const hosts = route.flatMap(({ destination }) => destination?.host ?? []);
    return match.flatMap(({ uri }) => {
      const from = uri?.prefix ?? uri?.exact;
      if (from === undefined || from === "/") return [];
      return hosts.map((host) => {
        return { object, host: completeHost(host, object.namespace), from, to: rewrite?.uri };
      });
    });
  });
}
