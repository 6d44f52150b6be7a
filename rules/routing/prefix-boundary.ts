import type { Rule } from "../rule.ts";
import { httpRules } from "./http-rules.ts";

/** A prefix that is rewritten ends where its replacement ends, so that no path gets two slashes, or none. */
export const prefixBoundary: Rule = {
  id: "routing/prefix-boundary",
  code: "HED4755",
  severity: "info",
  summary: "a prefix and its replacement end with a slash, or neither does",
  covers: [],
  reads: ["objects", "routes"],
  needs: [],
  check(graph, find) {
    for (const rules of httpRules(graph, "rewrite")) {
      for (const { match = [], rewrite, at } of rules) {
        const uri = rewrite?.uri;
        if (uri === undefined) continue;
        for (const [place, each] of match.entries()) {
          const prefix = each.uri?.prefix;
          if (prefix === undefined || prefix === "/") continue;
          if (prefix.endsWith("/") === uri.endsWith("/")) continue;
          // Most often the path with the slash is one match, and the one without it another.
          const example = prefix.endsWith("/")
            ? `${prefix}a becomes ${uri}a`
            : `${prefix}/a becomes ${uri}/a`;
          const isPaired = match.some(
            (other) => other.uri?.prefix === `${prefix}/` || other.uri?.exact === prefix,
          );
          if (isPaired) continue;
          find({
            outcome: "fail",
            origin: at(["match", place, "uri", "prefix"]),
            message: `rewrites the prefix ${prefix} to ${uri}: ${example}`,
            fix: "end both with a slash, or neither",
          });
        }
      }
    }
  },
};
