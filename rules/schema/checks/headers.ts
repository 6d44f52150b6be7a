import type { Headers } from "../fields/common.ts";
import { isAuthority, otherHeaderProblem, requestHeaderProblem } from "../values/header-name.ts";
import { headerValueProblem } from "../values/header-value.ts";
import { each, eachEntry, isSet, type Place } from "../place.ts";

/** Headers that a route changes. */
export function checkHeaders(headers: Headers, place: Place): void {
  for (const side of ["request", "response"] as const) {
    const at = place.at(side);
    const nameProblem = side === "request" ? requestHeaderProblem : otherHeaderProblem;
    for (const action of ["add", "set"] as const) {
      eachEntry(headers[side]?.[action], at.at(action), (name, value, header) => {
        header.error(nameProblem(name));
        header.error(headerValueProblem(value));
      });
    }
    each(headers[side]?.remove, at.at("remove"), (name, header) => {
      header.error(otherHeaderProblem(name));
    });
  }
}

/** The authority of the request can be rewritten once. */
export function checkAuthority(
  rewritten: string | undefined,
  headers: Headers | undefined,
  place: Place,
): void {
  if (headers?.request === undefined) return;
  let current = rewritten;
  for (const action of ["set", "add"] as const) {
    for (const [name, value] of headers.request[action] ?? []) {
      if (!isAuthority(name)) continue;
      if (isSet(current)) {
        place
          .at("headers", "request")
          .at(action, name)
          .error(`the authority is set to ${JSON.stringify(current)} already`, "set it once");
        return;
      }
      current = value;
    }
  }
}
