import type { Path } from "../../diagnostics/index.ts";
import { virtualServiceSpec, type VirtualServiceSpec } from "../../graph/kinds/virtual-service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { perObject } from "../../graph/objects/per-object.ts";
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
  readonly rules: readonly UnusedPlace[];
  readonly matches: readonly UnusedPlace[];
}

const protocols = ["http", "tcp", "tls"] as const;

const nothing: UnusedMatches = { rules: [], matches: [] };

/** Rules after one without matches, and matches that an earlier rule has already. */
export const unusedMatches: (object: KubernetesObject) => UnusedMatches = perObject((object) => {
  const spec = virtualServiceSpec(object);
  if (protocols.every((protocol) => isSimple(spec?.[protocol] ?? []))) return nothing;
  const unused = { rules: new Array<UnusedPlace>(), matches: new Array<UnusedPlace>() };
  for (const protocol of protocols) {
    const routes = spec?.[protocol] ?? [];
    if (isSimple(routes)) continue;
    const matches = matchesOf(routes);
    collect(routes, ["spec", protocol], unused, matches > 1 ? matchKey : () => "");
    if (protocol === "http" && matches > 1) {
      unused.matches.push(...coveredPrefixes(spec?.http ?? []));
    }
  }
  return unused;
});

type Routes = NonNullable<VirtualServiceSpec["http" | "tcp" | "tls"]>;

/** Whether nothing can stand before something else that it takes: one match at most, and a last rule for all the rest. */
function isSimple(routes: Routes): boolean {
  if (matchesOf(routes) > 1) return false;
  const open = routes.findIndex(({ match = [] }) => match.length === 0);
  return open < 0 || open === routes.length - 1;
}

function matchesOf(routes: Routes): number {
  return routes.reduce((sum, { match = [] }) => sum + match.length, 0);
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
