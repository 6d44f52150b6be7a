import { envoyFilterSpec, envoyFilterType } from "../../graph/kinds/envoy-filter.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

const routes = ["ROUTE_CONFIGURATION", "HTTP_ROUTE"];
const replaceable = ["NETWORK_FILTER", "HTTP_FILTER", "VIRTUAL_HOST"];

/** The operation of every patch exists for what it applies to. Otherwise Istio ignores the patch. */
export const operationWithoutEffect: Rule = {
  id: "envoy-filter/operation-without-effect",
  code: "HED4461",
  severity: "error",
  summary: "the operations of an EnvoyFilter exist for what they apply to",
  covers: ["IST0152", "IST0153", "IST0154"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, envoyFilterType, find)) {
      const patches = envoyFilterSpec(object)?.configPatches ?? [];
      for (const [index, { applyTo = "", patch }] of patches.entries()) {
        if (patch === undefined) break;
        const fault = faultOf(patch.operation, applyTo);
        if (fault === undefined) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "configPatches", index]),
          message: `operation ${patch.operation ?? ""} has no effect on ${applyTo === "" ? "a patch without applyTo" : applyTo}; ${fault.allowed}`,
          fix: "use MERGE, or apply the patch to a part that has this operation",
          covers: [fault.id],
        });
      }
    }
  },
};

function faultOf(operation: string | undefined, applyTo: string) {
  if (operation === "REPLACE" && !replaceable.includes(applyTo)) {
    return { id: "IST0152", allowed: `it exists for ${replaceable.join(", ")}` };
  }
  if (!routes.includes(applyTo)) return undefined;
  const allowed = `it exists for everything but ${routes.join(", ")}`;
  if (operation === "ADD") return { id: "IST0153", allowed };
  return operation === "REMOVE" ? { id: "IST0154", allowed } : undefined;
}
