import type { HeaderMatch, QueryMatch, StringMatch } from "../../model/mesh.ts";
import { methods } from "../../model/vocabulary.ts";
import type { RuleMatch, ServiceId } from "../graph.ts";
import type { MatchObject, StringMatchObject } from "./virtual-service-schema.ts";

/** What each match says of requests and of who sends them; other conditions are not part of the graph. */
export function readMatches(
  matches: readonly (MatchObject | undefined)[],
  namespace: string,
): RuleMatch[] {
  return matches.map((match) => {
    const path = readString(match?.uri);
    const authority = readString(match?.authority);
    const method = methods.find((each) => each === match?.method?.exact);
    const query = entries(match?.queryParams, readValue);
    const source = readSource(match, namespace);
    const headers: Readonly<Record<string, HeaderMatch>> = Object.fromEntries([
      ...entries(match?.headers, readValue),
      ...entries(match?.withoutHeaders, readAbsent),
    ]);
    return {
      ...(path === undefined ? {} : { path }),
      headers,
      ...(method === undefined ? {} : { method }),
      ...(query.length === 0 ? {} : { query: Object.fromEntries(query) }),
      ...(authority === undefined ? {} : { authority }),
      ...(source === undefined ? {} : { sources: [source] }),
    };
  });
}

function entries<Value>(
  map: MatchObject["headers"],
  read: (value: StringMatchObject) => Value | undefined,
): (readonly [string, Value])[] {
  return Object.entries(map ?? {}).flatMap(([name, value]) => {
    const found = read(value);
    return found === undefined ? [] : [[name, found] as const];
  });
}

/** The services that a rule is for, by their `app` label; undefined where one match is open to every caller. */
export function readCallers(
  matches: readonly (MatchObject | undefined)[],
  namespace: string,
): ServiceId[] | undefined {
  const callers = matches.map((match) => readSource(match, namespace));
  const known = callers.filter((caller) => caller !== undefined);
  return known.length === 0 || known.length < callers.length ? undefined : [...new Set(known)];
}

function readSource(match: MatchObject | undefined, namespace: string): ServiceId | undefined {
  const app = match?.sourceLabels?.["app"];
  return app === undefined ? undefined : `${match?.sourceNamespace ?? namespace}/${app}`;
}

/** A match that says nothing of the value wants only that there is one. */
function readValue(match: StringMatchObject): QueryMatch | undefined {
  if (match === undefined || match === null) return undefined;
  return readString(match) ?? (Object.keys(match).length === 0 ? { kind: "present" } : undefined);
}

/** Only what must be absent in whatever value: the rest is a match that the graph does not hold. */
function readAbsent(match: StringMatchObject): HeaderMatch | undefined {
  return readValue(match)?.kind === "present" ? { kind: "absent" } : undefined;
}

function readString(match: StringMatchObject): StringMatch | undefined {
  for (const kind of ["exact", "prefix", "regex"] as const) {
    const value = match?.[kind];
    if (value !== undefined) return { kind, value };
  }
  return undefined;
}
