import type { Path } from "../../diagnostics/index.ts";
import type { KubernetesRouteFilter } from "../../graph/kinds/gateway-api.ts";
import type { Rule } from "../rule.ts";
import { kubernetesRoutes } from "./routes.ts";

const headerFilters: ReadonlySet<string> = new Set([
  "RequestHeaderModifier",
  "ResponseHeaderModifier",
]);

/** A route has only filters that Istio has: it refuses the whole route otherwise. */
export const unsupportedFilter: Rule = {
  id: "gateway-api/unsupported-filter",
  code: "HED4672",
  severity: "warning",
  summary: "a route has only filters that Istio has",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, spec } of kubernetesRoutes(graph)) {
      const report = (
        filters: readonly KubernetesRouteFilter[],
        path: Path,
        ofBackend: boolean,
      ) => {
        for (const [index, { type = "" }] of filters.entries()) {
          const refused = type === "ExtensionRef" || (ofBackend && !headerFilters.has(type));
          if (!refused) continue;
          find({
            outcome: "fail",
            origin: object.origin([...path, index]),
            message: `has the filter ${type}${ofBackend ? " on a backend" : ""}, which Istio does not have`,
            fix: ofBackend
              ? "move the filter to the rule, or change headers only"
              : "remove it, or say the same with a filter that is part of the Gateway API",
          });
        }
      };
      for (const [rule, { filters = [], backendRefs = [] }] of (spec.rules ?? []).entries()) {
        report(filters, ["spec", "rules", rule, "filters"], false);
        for (const [place, backend] of backendRefs.entries()) {
          report(
            backend.filters ?? [],
            ["spec", "rules", rule, "backendRefs", place, "filters"],
            true,
          );
        }
      }
    }
  },
};
