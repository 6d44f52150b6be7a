import { field, isFields, isOfType, partsAt, text, type Part } from "./parts.ts";

/** Metadata of RBAC that decides whether an authoriser of the same chain is asked. */
export function askedMarks(chain: readonly Part[]): readonly string[] {
  return chain.flatMap(({ value, path }) => {
    const config = field(value, "typed_config");
    const enabled = field(config, "filter_enabled_metadata");
    if (!isOfType(config, "ExtAuthz") || text(enabled, "filter") !== rbac) return [];
    if (!isFields(enabled)) return [];
    return partsAt({ value: enabled, path }, "path").flatMap(
      (segment) => text(segment.value, "key") ?? [],
    );
  });
}

const rbac = "envoy.filters.http.rbac";

/**
 * Why a filter that decides about access does not.
 *
 * @param marks metadata that decides whether somebody else is asked: shadow rules that write it have an effect
 */
export function guardFault(filter: Part, marks: readonly string[] = []): string | undefined {
  const config = field(filter.value, "typed_config");
  if (isOfType(config, "RBAC")) {
    const enforced = ["rules", "matcher"].some((each) => field(config, each) !== undefined);
    const shadow = ["shadow_rules", "shadow_matcher"].find(
      (each) => field(config, each) !== undefined,
    );
    const mark = `${text(config, "shadow_rules_stat_prefix") ?? ""}shadow_effective_policy_id`;
    if (!enforced && shadow !== undefined && !marks.includes(mark))
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
