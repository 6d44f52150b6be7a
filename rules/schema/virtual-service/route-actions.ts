import type { HttpRoute } from "../fields/virtual-service.ts";
import type { Place } from "../place.ts";

/** A route does one thing: it sends on, redirects, answers or delegates. */
export function checkRouteActions(route: HttpRoute, place: Place, delegate: boolean): void {
  if (!delegate && route.delegate !== undefined) {
    for (const name of ["redirect", "route"] as const) {
      if (route[name] !== undefined) {
        place.at(name).error(`a route that delegates cannot have \`${name}\``);
      }
    }
    return;
  }
  if (route.delegate !== undefined) {
    place
      .at("delegate")
      .error("a VirtualService without hosts is delegated to: it cannot delegate");
  }
  const action =
    route.redirect !== undefined
      ? "redirect"
      : route.directResponse !== undefined
        ? "directResponse"
        : undefined;
  if (action === undefined) {
    if ((route.route?.length ?? 0) === 0) {
      place.error("the rule has none of `route`, `redirect` and `directResponse`");
    }
  } else checkBeside(action, route, place);
  if (route.mirror !== undefined && (route.mirrors?.length ?? 0) > 0) {
    place.at("mirror").error("`mirror` and `mirrors` cannot both be set", "move it into `mirrors`");
  }
}

function checkBeside(action: "redirect" | "directResponse", route: HttpRoute, place: Place): void {
  const others = {
    route: (route.route?.length ?? 0) > 0,
    fault: route.fault !== undefined,
    rewrite: route.rewrite !== undefined,
    directResponse: action === "redirect" && route.directResponse !== undefined,
  };
  for (const [name, set] of Object.entries(others)) {
    if (set) place.at(name).error(`a rule with \`${action}\` cannot have \`${name}\``);
  }
}
