import { virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
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
    for (const object of objectsOf(graph, virtualServiceType)) {
      for (const { path, reason, repeated } of unusedMatches(object).matches) {
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
