import type { Path } from "../../diagnostics/index.ts";
import {
  virtualServiceSpec,
  virtualServiceType,
  type VirtualServiceSpec,
} from "../../graph/kinds/virtual-service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { coveredPrefixes } from "./covered-prefixes.ts";
import { matchKey } from "./match-key.ts";

/** A rule, or a match of one, that no request reaches. */
export interface UnusedPlace {
  readonly path: Path;
  /** Why, as the end of a sentence. */
  readonly reason: string;
  /** The same match stands before it in the same rule: it says nothing of its own. */
  readonly repeated?: true;
}

/** What of a VirtualService no request reaches. */
export interface UnusedMatches {
  readonly object: KubernetesObject;
  readonly rules: readonly UnusedPlace[];
  readonly matches: readonly UnusedPlace[];
}

const protocols = ["http", "tcp", "tls"] as const;

/** The VirtualServices of which some place is reached by no request, and what. */
export const unusedMatches: (graph: ObjectGraph) => readonly UnusedMatches[] = perGraph((graph) =>
  objectsOf(graph, virtualServiceType).flatMap((object) => {
    const spec = virtualServiceSpec(object);
    if (spec === undefined || protocols.every((protocol) => isSimple(spec[protocol]))) return [];
    return [unusedOf(object, spec)];
  }),
);

/** Rules after one without matches, and matches that an earlier rule has already. */
function unusedOf(object: KubernetesObject, spec: VirtualServiceSpec): UnusedMatches {
  const unused = { object, rules: new Array<UnusedPlace>(), matches: new Array<UnusedPlace>() };
  for (const protocol of protocols) {
    const routes = spec[protocol] ?? [];
    if (isSimple(routes)) continue;
    const matches = routes.reduce((sum, { match = [] }) => sum + match.length, 0);
    collect(routes, ["spec", protocol], unused, matches > 1 ? matchKey : () => "");
    if (protocol === "http" && matches > 1) {
      unused.matches.push(...coveredPrefixes(spec.http ?? []));
    }
  }
  return unused;
}

type Routes = NonNullable<VirtualServiceSpec["http" | "tcp" | "tls"]>;

/** Whether nothing can stand before something else that it takes: one match at most, and a last rule for all the rest. */
function isSimple(routes: Routes = []): boolean {
  let matches = 0;
  let isOpen = false;
  for (const { match } of routes) {
    if (isOpen) return false;
    const own = match?.length ?? 0;
    isOpen = own === 0;
    matches += own;
  }
  return matches < 2;
}

function collect(
  routes: Routes,
  path: Path,
  unused: { readonly rules: UnusedPlace[]; readonly matches: UnusedPlace[] },
  keyOf: typeof matchKey,
): void {
  const seen = new Map<string, number>();
  let open: number | undefined;
  for (const [index, { match = [] }] of routes.entries()) {
    const place = [...path, index];
    if (open !== undefined) {
      const reason = `rule ${String(open)} before it has no matches and takes every request`;
      unused.rules.push({ path: place, reason });
    }
    if (match.length === 0) {
      open = index;
      continue;
    }
    if (open !== undefined) continue;
    let repeated = 0;
    for (const [number, each] of match.entries()) {
      const key = keyOf(each);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, index);
      else {
        const reason = `rule ${String(first)} has the same match`;
        const again = first === index ? { repeated: true as const } : {};
        unused.matches.push({ path: [...place, "match", number], reason, ...again });
        repeated += 1;
      }
    }
    if (repeated === match.length) {
      unused.rules.push({ path: place, reason: "rules before it have all of its matches" });
    }
  }
}
