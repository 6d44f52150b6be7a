import type { HttpMatch, VirtualService } from "../fields/virtual-service.ts";
import { isClaim } from "../values/header-name.ts";
import { checkItems } from "../check-field.ts";
import { each, type Place } from "../place.ts";

/** Claims of a JWT can be matched in gateways only. */
export function checkClaims({ http }: VirtualService, place: Place): void {
  // Nearly all match by path alone.
  const withHeaders = http?.some(({ match }) => match?.some(asksForHeaders));
  if (withHeaders !== true) return;
  each(http, place, (route, at) => {
    checkItems(route, "match", at, (match, place) => {
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

function asksForHeaders({ headers, withoutHeaders }: HttpMatch): boolean {
  return headers !== undefined || withoutHeaders !== undefined;
}
