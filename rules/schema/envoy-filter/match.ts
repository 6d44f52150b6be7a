import type { ConfigPatch } from "../fields/networking.ts";
import { isSet, type Place } from "../place.ts";

type Match = NonNullable<ConfigPatch["match"]>;
type Filter = NonNullable<NonNullable<NonNullable<Match["listener"]>["filterChain"]>["filter"]>;

const listenerObjects = ["LISTENER", "FILTER_CHAIN", "NETWORK_FILTER", "HTTP_FILTER"];
const routeObjects = ["ROUTE_CONFIGURATION", "VIRTUAL_HOST", "HTTP_ROUTE"];
const managers = ["envoy.filters.network.http_connection_manager", "envoy.http_connection_manager"];

/** Whether what is matched is of the same class as what the patch applies to. */
export function checkMatch(
  { applyTo = "INVALID", match }: ConfigPatch,
  place: Place,
): "sound" | "faulty" {
  const { listener, routeConfiguration, cluster, waypoint } = match ?? {};
  const objects = { listener, routeConfiguration, cluster, waypoint };
  const wanted = listenerObjects.includes(applyTo)
    ? "listener"
    : routeObjects.includes(applyTo)
      ? "routeConfiguration"
      : applyTo === "CLUSTER"
        ? "cluster"
        : undefined;
  const given = Object.entries(objects).flatMap(([name, object]) =>
    object === undefined ? [] : [name],
  );
  if (wanted === undefined || given.length === 0) return "sound";
  if (objects[wanted] === undefined) {
    place
      .at(given[0] ?? wanted)
      .error(`a patch of ${applyTo} matches \`${wanted}\`, not \`${given.join(", ")}\``);
    return wanted === "listener" ? "faulty" : "sound";
  }
  const filter = wanted === "listener" ? listener?.filterChain?.filter : undefined;
  if (filter === undefined) return "sound";
  return checkFilter(filter, applyTo, place.at("listener", "filterChain").at("filter"));
}

function checkFilter(filter: Filter, applyTo: string, place: Place): "sound" | "faulty" {
  if (applyTo === "LISTENER" || applyTo === "FILTER_CHAIN") {
    place.warn(`a match of a filter has no effect on ${applyTo}`);
  }
  const problem = filterProblem(filter, applyTo);
  place.error(problem);
  for (const name of [filter.name, filter.subFilter?.name]) {
    if (isSet(name) && /^envoy\.(?!filters\.)/.test(name)) {
      place.warn(`the name ${name} is deprecated`, "use the one that begins with envoy.filters");
    }
  }
  return problem === undefined ? "sound" : "faulty";
}

function filterProblem({ name, subFilter }: Filter, applyTo: string): string | undefined {
  if (!isSet(name)) return "the match of a filter has no `name`";
  if (subFilter === undefined) return undefined;
  if (applyTo !== "HTTP_FILTER") return "`subFilter` goes with `applyTo: HTTP_FILTER` alone";
  if (!managers.includes(name)) return `\`subFilter\` needs the filter ${managers[0] ?? ""}`;
  return isSet(subFilter.name) ? undefined : "the match of `subFilter` has no `name`";
}
