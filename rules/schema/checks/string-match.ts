import type { StringMatch } from "../fields/common.ts";
import { regexProblem } from "../values/re2.ts";
import type { Place } from "../place.ts";

/** A match of text; the last of `exact`, `prefix` and `regex` counts. */
export function checkStringMatch(match: StringMatch, place: Place): void {
  if (match.regex === undefined && match.prefix === "") {
    place.at("prefix").error("an empty prefix matches everything", "remove the match");
  }
  checkRegex(match, place);
}

/** The regular expression of a match, where it is one. */
export function checkRegex({ regex }: StringMatch, place: Place): void {
  if (regex === undefined) return;
  place.at("regex").error(regex === "" ? "the regular expression is empty" : regexProblem(regex));
}
