import { telemetrySpec, telemetryType } from "../../graph/kinds/telemetry.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

/** An access log says who writes it, or the mesh has a default. Otherwise the setting is ignored. */
export const accessLogWithoutProvider: Rule = {
  id: "telemetry/access-log-without-provider",
  code: "HED4453",
  severity: "warning",
  summary: "an access log has a provider",
  covers: ["IST0157"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const fallback = meshConfig(graph).config.defaultProviders?.accessLogging ?? [];
    if (fallback.length > 0) return;
    for (const object of settledObjects(graph, telemetryType, find)) {
      const logs = telemetrySpec(object)?.accessLogging ?? [];
      for (const [index, { disabled, providers = [] }] of logs.entries()) {
        if (disabled === true || providers.length > 0) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "accessLogging", index]),
          message: "names no provider, and the mesh has no default one, so that it is ignored",
          fix: "name a provider (`providers: [{ name: envoy }]`)",
        });
      }
    }
  },
};
