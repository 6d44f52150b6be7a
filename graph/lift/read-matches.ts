import type { RouteMatch, StringMatch } from "../../model/mesh.ts";
import { methods } from "../../model/vocabulary.ts";
import type { ServiceId } from "../graph.ts";
import type { MatchObject, StringMatchObject } from "./virtual-service-schema.ts";

/** The path, headers and method of each match; other conditions are not part of the graph. */
export function readMatches(matches: readonly (MatchObject | undefined)[]): RouteMatch[] {
  return matches.map((match) => {
    const path = readString(match?.uri);
    const method = methods.find((each) => each === match?.method?.exact);
    const headers = Object.entries(match?.headers ?? {}).flatMap(([name, value]) => {
      const read = readString(value);
      return read === undefined ? [] : [[name, read] as const];
    });
    return {
      ...(path === undefined ? {} : { path }),
      headers: Object.fromEntries(headers),
      ...(method === undefined ? {} : { method }),
    };
  });
}

/** The services that a rule is for, by their `app` label; undefined where one match is open to every caller. */
export function readCallers(
  matches: readonly (MatchObject | undefined)[],
  namespace: string,
): ServiceId[] | undefined {
  const callers = matches.map((match) => {
    const app = match?.sourceLabels?.["app"];
    return app === undefined
      ? undefined
      : (`${match?.sourceNamespace ?? namespace}/${app}` satisfies ServiceId);
  });
  const known = callers.filter((caller) => caller !== undefined);
  return known.length === 0 || known.length < callers.length ? undefined : [...new Set(known)];
}

function readString(match: StringMatchObject): StringMatch | undefined {
  for (const kind of ["exact", "prefix", "regex"] as const) {
    const value = match?.[kind];
    if (value !== undefined) return { kind, value };
  }
  return undefined;
}
