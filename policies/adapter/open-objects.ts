import { printPath, type Path } from "../../diagnostics/index.ts";
import type { Origin } from "../../graph/graph.ts";
import type { LiftedGraph } from "../../graph/lift-graph.ts";
import { secretType } from "../../graph/kinds/secret.ts";
import { overlaps } from "../../graph/lift/match-place.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { credentials } from "../../rules/gateway/credentials.ts";

/** An object that was judged without some of its values. */
export interface OpenObject {
  readonly urn: string | undefined;
  readonly message: string;
}

/**
 * Objects with values that are not known before the deploy, and what to say of them: rules over objects see such a
 * value as absent, and what they then do not find is no pass. Left out are places of which a rule already said that they
 * are open, and Secrets that no gateway uses.
 */
export function openObjects(graph: LiftedGraph, said: readonly Origin[]): readonly OpenObject[] {
  const used = new Set(credentials(graph).map(({ secret }) => secret));
  return graph.objects.flatMap((object) => {
    const { urn, source } = object.origin();
    const spoken = said.filter((each) => each.urn === urn);
    const places = object.unresolved.filter(
      (path) => path[0] !== "status" && !spoken.some((each) => overlaps(each.path, path)),
    );
    if (places.length === 0) return [];
    if (object.type === secretType && !used.has(object) && !hasOpenName(object)) return [];
    const message = [
      `info  ${source}`,
      `  could not be checked in full: ${list(places)} not known before the deploy`,
      "  fix: none if they come from other resources, they are checked when they are known; else use plain values",
    ].join("\n");
    return [{ urn, message }];
  });
}

/** A Secret that has no name yet may be the one of a gateway. */
function hasOpenName({ unresolved }: KubernetesObject): boolean {
  return unresolved.some(([first]) => first === "metadata");
}

const shown = 3;

function list(places: readonly Path[]): string {
  const named = places
    .slice(0, shown)
    .map((path) => (path.length === 0 ? "it" : `\`${printPath(path)}\``));
  const more = places.length - named.length;
  const all = more === 0 ? named : [...named, `${String(more)} more`];
  const last = all.pop() ?? "";
  return all.length === 0 ? `${last} is` : `${all.join(", ")} and ${last} are`;
}
