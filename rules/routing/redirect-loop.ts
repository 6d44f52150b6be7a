import type { HttpMatch } from "../../graph/kinds/virtual-service.ts";
import type { Rule } from "../rule.ts";
import { httpRules, type ActingRoute } from "./http-rules.ts";

/** A redirect leads to another rule than itself. Otherwise the client is sent in a circle. */
export const redirectLoop: Rule = {
  id: "routing/redirect-loop",
  code: "HED4212",
  severity: "warning",
  summary: "a redirect does not lead to itself",
  covers: [],
  reads: ["objects", "routes"],
  needs: [],
  check(graph, find) {
    for (const routes of httpRules(graph, "redirect")) {
      for (const [index, route] of routes.entries()) {
        const target = pathOnly(route);
        if (target === undefined) continue;
        const earlier = routes.slice(0, index).flatMap(({ match = [] }) => match);
        // What an earlier rule may take is not sent in a circle.
        if (earlier.some((each) => mayTake(each, target)) || !takes(route, target)) continue;
        find({
          outcome: "fail",
          origin: route.at(["redirect"]),
          message: `redirects to ${target}, which this rule redirects again`,
          fix: "redirect to a path, a scheme or an authority that the rule does not match, or add a rule for it before",
        });
      }
    }
  },
};

/** Where a redirect leads that keeps scheme, authority and port. */
function pathOnly({ redirect }: ActingRoute): string | undefined {
  if (redirect?.authority || redirect?.scheme || redirect?.port || redirect?.derivePort) {
    return undefined;
  }
  return redirect?.uri?.split("?")[0] || undefined;
}

function takes({ match = [] }: ActingRoute, path: string): boolean {
  return match.length === 0 || match.some((each) => isOnlyUri(each) && matchesUri(each, path));
}

function isOnlyUri(match: HttpMatch): boolean {
  return Object.entries(match).every(
    ([key, value]) => value === undefined || key === "uri" || key === "name",
  );
}

function matchesUri({ uri }: HttpMatch, path: string): boolean {
  if (uri?.exact !== undefined) return uri.exact === path;
  return uri?.prefix !== undefined && path.startsWith(uri.prefix);
}

function mayTake(match: HttpMatch, path: string): boolean {
  return match.uri === undefined || match.uri.regex !== undefined || matchesUri(match, path);
}
