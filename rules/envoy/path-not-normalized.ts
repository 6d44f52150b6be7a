import { envoyConfigs } from "../../graph/objects/envoy-configs.ts";
import type { Rule } from "../rule.ts";
import { field, httpManagers, isOfType, listenersOf, partsAt, type Part } from "./parts.ts";

const guards = ["RBAC", "JwtAuthentication", "ExtAuthz"];

/** Where an Envoy decides about access, it decides about the path that the application will see. */
export const pathNotNormalized: Rule = {
  id: "envoy/path-not-normalized",
  code: "HED4844",
  severity: "warning",
  summary: "an Envoy that decides about access normalizes paths first",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const config of envoyConfigs(graph)) {
      for (const manager of listenersOf(config).flatMap(httpManagers)) {
        const guard = guardOf(manager);
        if (guard === undefined || field(manager.value, "normalize_path") === true) continue;
        find({
          outcome: "fail",
          origin: config.origin(manager.path),
          message: `${config.prefix(manager.path)}${guard} sees paths as clients write them: a rule for /admin does not hold for /./admin`,
          fix: "set normalize_path: true, merge_slashes: true and path_with_escaped_slashes_action: UNESCAPE_AND_REDIRECT",
        });
      }
    }
  },
};

function guardOf(manager: Part): string | undefined {
  const filters = partsAt(manager, "http_filters").flatMap((each) => partsAt(each, "typed_config"));
  return guards.find((type) =>
    filters.some(({ value }) => isOfType(value, type) && judgesPaths(value)),
  );
}

/** An authorizer gets the path as it is; rules of the proxy itself may not look at it at all. */
function judgesPaths(filter: unknown): boolean {
  if (isOfType(filter, "ExtAuthz")) return true;
  const rules = JSON.stringify(filter);
  if (isOfType(filter, "RBAC")) return /"(?:url_?path|urlPath|:path)"/.test(rules);
  return /"(?:prefix|path)":"\/[^"]|"safe_?regex"|"path_separated_prefix"/i.test(rules);
}
