import {
  envoyFilterSpec,
  envoyFilterType,
  type EnvoyFilterSpec,
} from "../../graph/kinds/envoy-filter.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

type Patch = NonNullable<EnvoyFilterSpec["configPatches"]>[number];

/**
 * A patch that depends on what other patches did has a priority. Without one the order of EnvoyFilters decides, and
 * the patch may find nothing to apply to.
 */
export const relativeWithoutPriority: Rule = {
  id: "envoy-filter/relative-without-priority",
  code: "HED4460",
  severity: "warning",
  summary: "an EnvoyFilter with relative patches has a priority",
  covers: ["IST0151", "IST0155"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const versioned = new Set<string>();
    for (const object of settledObjects(graph, envoyFilterType, find)) {
      const { configPatches = [], priority = 0 } = envoyFilterSpec(object) ?? {};
      for (const [index, patch] of configPatches.entries()) {
        if (patch.patch === undefined) break;
        const name = nameOf(patch);
        if (priority === 0 && isRelative(patch)) {
          const guarded = versioned.has(name);
          const guard = guarded
            ? "; another patch of the same filter is limited to a proxyVersion"
            : "";
          find({
            outcome: "fail",
            origin: object.origin(["spec", "configPatches", index, "patch"]),
            message: `operation ${patch.patch.operation ?? ""} depends on what other filters do, and no priority orders them${guard}`,
            fix: "set spec.priority, or use an operation like INSERT_FIRST",
            covers: [guarded ? "IST0155" : "IST0151"],
          });
        }
        if ((patch.match?.proxy?.proxyVersion ?? "") !== "") versioned.add(name);
      }
    }
  },
};

const replaceable = new Set(["NETWORK_FILTER", "HTTP_FILTER", "VIRTUAL_HOST"]);

/** Those that are wrong for what they apply to are another rule's. */
function isRelative({ applyTo = "", patch }: Patch): boolean {
  const { operation } = patch ?? {};
  if (operation === "INSERT_BEFORE" || operation === "INSERT_AFTER") return true;
  if (operation === "REPLACE") return replaceable.has(applyTo);
  return operation === "REMOVE" && applyTo !== "ROUTE_CONFIGURATION" && applyTo !== "HTTP_ROUTE";
}

/** The filter that a patch is about: the one that it brings, else the one that it looks for. */
function nameOf({ patch, match }: Patch): string {
  const { value } = patch ?? {};
  if (typeof value !== "object" || value === null) return "";
  const { name } = value as { readonly name?: unknown };
  if (name !== undefined) return `value ${JSON.stringify(name)}`;
  return match?.listener?.filterChain?.filter?.name ?? "";
}
