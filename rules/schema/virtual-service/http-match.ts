import type { HttpMatch } from "../fields/virtual-service.ts";
import { checkLabels } from "../checks/labels.ts";
import { checkRegex, checkStringMatch } from "../checks/string-match.ts";
import { dnsLabelProblem } from "../values/dns.ts";
import { matchHeaderProblem } from "../values/header-name.ts";
import { portProblem } from "../values/port.ts";
import { checkEntries, checkField } from "../check-field.ts";
import { each, isSet, type Place } from "../place.ts";
import { checkGateways } from "./gateways.ts";

/** What requests are matched by. */
export function checkMatches(matches: readonly HttpMatch[] | undefined, place: Place): void {
  each(matches, place, checkMatch);
}

function checkMatch(match: HttpMatch, place: Place): void {
  checkEntries(match, "headers", place, (name, value, at) => {
    at.error(matchHeaderProblem(name));
    checkStringMatch(value, at);
  });
  checkEntries(match, "withoutHeaders", place, (name, value, at) => {
    at.error(matchHeaderProblem(name));
    // `*` is no regular expression: it stands for the presence of the header.
    if (value.regex !== "*") checkStringMatch(value, at);
  });
  checkEntries(match, "queryParams", place, (_, value, at) => {
    checkStringMatch(value, at);
  });
  // An empty prefix of the URI is allowed.
  checkField(match, "uri", place, checkRegex);
  for (const name of ["scheme", "method", "authority"] as const) {
    checkField(match, name, place, checkStringMatch);
  }
  if ((match.port ?? 0) !== 0) place.at("port").error(portProblem(match.port ?? 0));
  checkField(match, "sourceLabels", place, checkLabels);
  checkField(match, "gateways", place, (gateways, at) => {
    checkGateways(gateways, at.unheard());
  });
  if (isSet(match.sourceNamespace)) {
    place.at("sourceNamespace").error(dnsLabelProblem(match.sourceNamespace, "namespace"));
  }
}
