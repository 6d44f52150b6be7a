import type { Rule } from "../rule.ts";
import { unusedMatches } from "./unused-matches.ts";

/** Every match chooses requests that no match before it takes. */
export const ineffectiveMatch: Rule = {
  id: "routing/ineffective-match",
  code: "HED4207",
  severity: "info",
  summary: "a match of a VirtualService can be reached",
  covers: ["IST0131"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, matches } of unusedMatches(graph)) {
      for (const { path, reason, repeated } of matches) {
        find({
          outcome: "fail",
          origin: object.origin(path),
          message: `this match is never used: ${reason}`,
          fix: "remove the match, or put it before the wider one",
          ...(repeated === true ? { edits: [{ kind: "remove", path }] } : {}),
        });
      }
    }
  },
};
