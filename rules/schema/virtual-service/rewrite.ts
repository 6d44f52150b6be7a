import type { Rewrite } from "../fields/virtual-service.ts";
import { regexProblem } from "../values/re2.ts";
import { isSet, present, type Place } from "../place.ts";

/** A rewrite of the URI or of the authority. */
export function checkRewrite({ uri, authority, uriRegexRewrite }: Rewrite, place: Place): void {
  if (isSet(uri) && uriRegexRewrite !== undefined) {
    place.error("`uri` and `uriRegexRewrite` cannot both be set");
  }
  if (!isSet(uri) && !isSet(authority) && uriRegexRewrite === undefined) {
    place.error("the rewrite has none of `uri`, `uriRegexRewrite` and `authority`");
  }
  present(uriRegexRewrite, place.at("uriRegexRewrite"), ({ match, rewrite }, at) => {
    if (isSet(match) && isSet(rewrite)) at.at("match").error(regexProblem(match));
    else at.error("`match` and `rewrite` are both required");
  });
}
