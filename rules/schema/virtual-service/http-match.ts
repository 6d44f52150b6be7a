import type { HttpMatch } from "../fields/virtual-service.ts";
import { checkLabels } from "../checks/labels.ts";
import { checkRegex, checkStringMatch } from "../checks/string-match.ts";
import { dnsLabelProblem } from "../values/dns.ts";
import { matchHeaderProblem } from "../values/header-name.ts";
import { portProblem } from "../values/port.ts";
import { each, eachEntry, isSet, present, type Place } from "../place.ts";
import { checkGateways } from "./gateways.ts";

/** What requests are matched by. */
export function checkMatches(matches: readonly HttpMatch[] | undefined, place: Place): void {
  each(matches, place, checkMatch);
}

function checkMatch(match: HttpMatch, place: Place): void {
  eachEntry(match.headers, place.at("headers"), (name, value, at) => {
    at.error(matchHeaderProblem(name));
    checkStringMatch(value, at);
  });
  eachEntry(match.withoutHeaders, place.at("withoutHeaders"), (name, value, at) => {
    at.error(matchHeaderProblem(name));
    // `*` is no regular expression: it stands for the presence of the header.
    if (value.regex !== "*") checkStringMatch(value, at);
  });
  eachEntry(match.queryParams, place.at("queryParams"), (_, value, at) => {
    checkStringMatch(value, at);
  });
  // An empty prefix of the URI is allowed.
  present(match.uri, place.at("uri"), checkRegex);
  for (const name of ["scheme", "method", "authority"] as const) {
    present(match[name], place.at(name), checkStringMatch);
  }
  if ((match.port ?? 0) !== 0) place.at("port").error(portProblem(match.port ?? 0));
  checkLabels(match.sourceLabels, place.at("sourceLabels"));
  checkGateways(match.gateways, place.at("gateways").unheard());
  if (isSet(match.sourceNamespace)) {
    place.at("sourceNamespace").error(dnsLabelProblem(match.sourceNamespace, "namespace"));
  }
}
