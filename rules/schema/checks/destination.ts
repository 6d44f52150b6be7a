import type { Destination } from "../fields/common.ts";
import { isDnsLabel, wildcardDomainProblem } from "../values/dns.ts";
import { portProblem } from "../values/port.ts";
import { isSet, type Place } from "../place.ts";

/** Where a route sends to. */
export function checkDestination(destination: Destination, place: Place): void {
  const { host = "", subset, port } = destination;
  place
    .at("host")
    .error(host === "*" ? "a destination cannot be every host" : wildcardDomainProblem(host));
  if (isSet(subset)) place.at("subset").error(subsetNameProblem(subset));
  if (port !== undefined) place.at("port", "number").error(portProblem(port.number ?? 0));
}

/** The name of a subset is a label of DNS. */
export function subsetNameProblem(name: string): string | undefined {
  if (name === "") return "the subset has no name";
  return isDnsLabel(name) ? undefined : `the subset name ${JSON.stringify(name)} is not valid`;
}
