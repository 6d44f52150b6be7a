import {
  escapeExpression,
  underHostPath,
  type Limit,
  type StringMatch,
} from "../../model/index.ts";
import type { HostPart } from "../../graph/index.ts";
import type { Fields } from "./fields.ts";
import type { ServedRules } from "./served-route.ts";

/** A limit of a service, and at which of the requests of a virtual host it is meant. */
export interface CountedLimit {
  readonly limit: Limit;
  readonly service: ServedRules["service"];
  /** A request counts where one of them holds. None of a request is looked at where the service has the whole host. */
  readonly places: readonly Place[];
}

/** Conditions on headers, all of which hold: `HeaderMatcher`. That of the limit's own path is among them. */
export type Place = readonly Fields[];

/** The place of a limit of a service that has the whole host, or that is looked at beside its instances. */
export function ownPlace({ path }: Pick<Limit, "path">): Place {
  return path === undefined ? [] : [onPath(path)];
}

/**
 * The limits of the services of a host, each with the part of the host that it is for. They count where the host is
 * configured and not its routes, because there every rule would have a count of its own.
 */
export function countedLimits(parts: readonly ServedRules[]): readonly CountedLimit[] {
  const paths = parts.flatMap(({ part }) => part?.path ?? []);
  const services = new Map(parts.map(({ service }) => [service.name, service]));
  return [...services.values()].flatMap((service) => {
    const own = parts.filter((each) => each.service.name === service.name);
    return service.limits.map((limit) => {
      const places = own.flatMap(({ part }) => placesOf(limit, part, paths));
      return { limit, service, places };
    });
  });
}

/**
 * Below the path, and below none of those that are handed over inside of it. Where the path is written anew, the limit's
 * own is for what the service sees.
 */
function placesOf(
  limit: Limit,
  part: HostPart | undefined,
  paths: readonly string[],
): readonly Place[] {
  const path = part?.path;
  const inside = paths.filter((each) => path === undefined || each.startsWith(`${path}/`));
  const place = [
    ...(path === undefined ? [] : [below(path)]),
    ...inside.map((each) => ({ ...below(each), invert_match: true })),
  ];
  if (part?.rewrite === undefined || limit.path === undefined)
    return [[...place, ...ownPlace(limit)]];
  const asked = underHostPath(limit.path, part) ?? [];
  return asked.map((each) => [...place, onPath(each.asked)]);
}

/** The header that holds the path holds its query as well. */
function onPath({ kind, value }: StringMatch): Fields {
  const match =
    kind === "prefix"
      ? { prefix: value }
      : { safe_regex: { regex: `${escapeExpression(value)}(\\?.*)?` } };
  return { name: ":path", string_match: match };
}

/** The header that holds the path holds its query as well. */
function below(path: string): Fields {
  const regex = `${escapeExpression(path)}([/?].*)?`;
  return { name: ":path", string_match: { safe_regex: { regex } } };
}
