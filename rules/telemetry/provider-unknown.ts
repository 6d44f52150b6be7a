import { telemetrySpec, telemetryType } from "../../graph/kinds/telemetry.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** Providers that Istio defines by itself. */
const builtIn = ["envoy", "prometheus", "stackdriver", "envoy-file-access-log"];

/** Every provider that a Telemetry names is defined in the mesh's configuration. */
export const telemetryProviderUnknown: Rule = {
  id: "telemetry/provider-unknown",
  code: "HED4455",
  severity: "warning",
  summary: "the providers that a Telemetry names are defined",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const { config, object: source } = meshConfig(graph);
    if (source === undefined || source.unresolved.length > 0) return;
    const stated = (config.extensionProviders ?? []).map(({ name }) => name ?? "");
    const known = new Set([...builtIn, ...stated]);
    for (const object of objectsOf(graph, telemetryType)) {
      const spec = telemetrySpec(object);
      for (const field of ["tracing", "metrics", "accessLogging"] as const) {
        for (const [index, { providers = [] }] of (spec?.[field] ?? []).entries()) {
          for (const [place, { name = "" }] of providers.entries()) {
            if (name === "" || known.has(name)) continue;
            find({
              outcome: "fail",
              absent: [],
              origin: object.origin(["spec", field, index, "providers", place, "name"]),
              message: `provider "${name}" is not defined; defined: ${[...known].join(", ")}`,
              fix: `add it to extensionProviders of ${source.kind} ${source.name}, or correct the name`,
            });
          }
        }
      }
    }
  },
};
