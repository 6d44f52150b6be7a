import { escapeExpression, type Limit } from "../../model/index.ts";
import type { Fields } from "./fields.ts";
import type { ServedRules } from "./served-route.ts";

/** A limit of a service, and at which of the requests of a virtual host it is meant. */
export interface CountedLimit {
  readonly limit: Limit;
  readonly service: ServedRules["service"];
  /** A request counts where one of them holds. None of a request is looked at where the service has the whole host. */
  readonly places: readonly Place[];
}

/** Conditions on headers, all of which hold: `HeaderMatcher`. */
export type Place = readonly Fields[];

/** A limit of a service that has the whole host. */
export const everywhere: readonly Place[] = [[]];

/**
 * The limits of the services of a host, each with the part of the host that it is for. They count where the host is
 * configured and not its routes, because there every rule would have a count of its own.
 */
export function countedLimits(parts: readonly ServedRules[]): readonly CountedLimit[] {
  const paths = parts.flatMap(({ part }) => part?.path ?? []);
  const services = new Map(parts.map(({ service }) => [service.name, service]));
  return [...services.values()].flatMap((service) => {
    const own = parts.filter((each) => each.service.name === service.name);
    const places = own.map(({ part }) => placeOf(part?.path, paths));
    return service.limits.map((limit) => ({ limit, service, places }));
  });
}

/** Below the path, and below none of those that are handed over inside of it. */
function placeOf(path: string | undefined, paths: readonly string[]): Place {
  const inside = paths.filter((each) => path === undefined || each.startsWith(`${path}/`));
  return [
    ...(path === undefined ? [] : [below(path)]),
    ...inside.map((each) => ({ ...below(each), invert_match: true })),
  ];
}

/** The header that holds the path holds its query as well. */
function below(path: string): Fields {
  const regex = `${escapeExpression(path)}([/?].*)?`;
  return { name: ":path", string_match: { safe_regex: { regex } } };
}
