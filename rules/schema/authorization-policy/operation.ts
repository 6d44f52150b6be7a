import type { Operation } from "../fields/security.ts";
import type { Place } from "../place.ts";
import { pathTemplateProblem } from "./path-template.ts";
import { anyText, checkEach } from "./source.ts";
import { portTextProblem } from "./values.ts";

/** What a request wants. */
export function checkOperation(operation: Operation, place: Place): void {
  if (Object.keys(operation).length === 0) place.error("the operation is empty");
  for (const name of ["hosts", "notHosts", "methods", "notMethods"] as const) {
    checkEach(operation[name], place, name, anyText);
  }
  for (const name of ["ports", "notPorts"] as const) {
    checkEach(operation[name], place, name, portTextProblem);
  }
  for (const name of ["paths", "notPaths"] as const) {
    checkEach(operation[name], place, name, pathTemplateProblem);
  }
}
