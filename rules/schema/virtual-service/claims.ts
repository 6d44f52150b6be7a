import type { VirtualService } from "../fields/virtual-service.ts";
import { isClaim } from "../values/header-name.ts";
import { each, type Place } from "../place.ts";

/** Claims of a JWT can be matched in gateways only. */
export function checkClaims({ http }: VirtualService, place: Place): void {
  each(http, place, (route, at) => {
    each(route.match, at.at("match"), (match, place) => {
      for (const name of ["headers", "withoutHeaders"] as const) {
        for (const header of match[name]?.keys() ?? []) {
          if (!isClaim(header)) continue;
          place
            .at(name, header)
            .error(`${JSON.stringify(header)} is matched in gateways only`, "set `gateways`");
        }
      }
    });
  });
}
