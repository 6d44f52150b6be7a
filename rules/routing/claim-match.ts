import type { Path } from "../../diagnostics/index.ts";
import type { HttpRoute } from "../../graph/kinds/virtual-service.ts";

/** `@request.auth.claims.group` or `@request.auth.claims[group][name]`, in any case up to the claim's name. */
const claimHeader = /^@request\.auth\.claims(?:\..+|\[.+\])$/i;

/** The first match on a claim of a token, and its place. */
export function findClaimMatch(
  routes: readonly HttpRoute[],
): { readonly key: string; readonly path: Path } | undefined {
  for (const [rule, { match = [] }] of routes.entries()) {
    for (const [number, each] of match.entries()) {
      for (const field of ["headers", "withoutHeaders"] as const) {
        const key = Object.keys(each[field] ?? {}).find((header) => claimHeader.test(header));
        if (key === undefined) continue;
        return { key, path: ["spec", "http", rule, "match", number, field, key] };
      }
    }
  }
  return undefined;
}
