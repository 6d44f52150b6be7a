import type { Cors } from "../fields/virtual-service.ts";
import { checkRegex } from "../checks/string-match.ts";
import { durationProblem, second } from "../values/duration.ts";
import { headerProblem } from "../values/header-name.ts";
import { checkField, checkItems } from "../check-field.ts";
import { each, isSet, type Place } from "../place.ts";

const methods = "GET, HEAD, POST, PUT, PATCH, DELETE, CONNECT, OPTIONS, TRACE, *".split(", ");

/** What other origins are allowed. */
export function checkCors(cors: Cors, place: Place): void {
  checkItems(cors, "allowOrigins", place, (origin, at) => {
    const value = origin.regex ?? origin.prefix ?? origin.exact;
    if (isSet(value)) checkRegex(origin, at);
    else at.error("the origin is empty", "set `exact`, `prefix` or `regex`");
  });
  checkItems(cors, "allowMethods", place, (method, at) => {
    if (!methods.includes(method)) {
      at.error(`${JSON.stringify(method)} is not a method; allowed: ${methods.join(", ")}`);
    }
  });
  for (const name of ["allowHeaders", "exposeHeaders"] as const) {
    each(cors[name], place.at(name), (header, at) => {
      at.error(headerProblem(header));
    });
  }
  checkField(cors, "maxAge", place, (age, at) => {
    at.error(durationProblem(age));
    if (age > 0 && age % second !== 0) at.error("browsers count the age in whole seconds");
  });
}
