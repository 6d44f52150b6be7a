import type { Path } from "../../diagnostics/index.ts";
import { envoyFilterSpec, envoyFilterType } from "../../graph/kinds/envoy-filter.ts";
import { envoyConfigs } from "../../graph/objects/envoy-configs.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import {
  field,
  httpManagers,
  isFields,
  isOfType,
  listenersOf,
  partsAt,
  type Part,
} from "./parts.ts";

/** A filter that decides about access does decide. */
export const filterWithoutEffect: Rule = {
  id: "envoy/filter-without-effect",
  code: "HED4847",
  severity: "warning",
  summary: "a filter for access of an Envoy is enforced, also while its authorizer is down",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const config of envoyConfigs(graph)) {
      const managers = listenersOf(config).flatMap(httpManagers);
      for (const filter of managers.flatMap((each) => partsAt(each, "http_filters"))) {
        const message = faultOf(filter);
        if (message === undefined) continue;
        const origin = config.origin(filter.path);
        find({ outcome: "fail", origin, message: config.prefix(filter.path) + message, fix });
      }
    }
    for (const object of objectsOf(graph, envoyFilterType)) {
      for (const [index, { applyTo, patch }] of (
        envoyFilterSpec(object)?.configPatches ?? []
      ).entries()) {
        if (applyTo !== "HTTP_FILTER" || patch?.operation === "REMOVE") continue;
        const path: Path = ["spec", "configPatches", index, "patch", "value"];
        const message = isFields(patch?.value) ? faultOf({ value: patch.value, path }) : undefined;
        if (message !== undefined) {
          find({ outcome: "fail", origin: object.origin(path), message, fix });
        }
      }
    }
  },
};

const fix =
  "write the rules themselves, switch the filter on, and let a missing answer of the authorizer refuse";

function faultOf(filter: Part): string | undefined {
  const config = field(filter.value, "typed_config");
  if (isOfType(config, "RBAC")) {
    const enforced = ["rules", "matcher"].some((each) => field(config, each) !== undefined);
    const shadow = ["shadow_rules", "shadow_matcher"].find(
      (each) => field(config, each) !== undefined,
    );
    if (!enforced && shadow !== undefined)
      return `RBAC has ${shadow} only: it counts, and refuses nothing`;
  }
  if (isOfType(config, "ExtAuthz") && field(config, "failure_mode_allow") === true) {
    return "external authorization has failure_mode_allow: while the authorizer is down, every request is let in";
  }
  const providers = field(config, "providers");
  if (isOfType(config, "JwtAuthentication") && isFields(providers)) {
    const required = ["rules", "requirement_map", "filter_state_rules"];
    if (!required.some((each) => field(config, each) !== undefined)) {
      return "tokens have providers, and no rule requires one";
    }
  }
  const isGuard = ["RBAC", "ExtAuthz", "JwtAuthentication"].some((type) => isOfType(config, type));
  return isGuard && field(filter.value, "disabled") === true
    ? "the filter is disabled, and holds only for routes that switch it on"
    : undefined;
}
