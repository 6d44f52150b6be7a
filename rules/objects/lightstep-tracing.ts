import { telemetrySpec, telemetryType } from "../../graph/kinds/telemetry.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** No Telemetry traces with a Lightstep provider. */
export const lightstepTracing: Rule = {
  id: "objects/lightstep-tracing",
  code: "HED4103",
  severity: "warning",
  summary: "no Telemetry traces with a Lightstep provider",
  covers: ["IST0002"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const all = meshConfig(graph).config.extensionProviders ?? [];
    const names = new Set(
      all.filter((each) => Object.hasOwn(each, "lightstep")).map(({ name }) => name),
    );
    if (names.size === 0) return;
    for (const object of objectsOf(graph, telemetryType)) {
      for (const [index, { providers = [] }] of (telemetrySpec(object)?.tracing ?? []).entries()) {
        for (const [at, { name }] of providers.entries()) {
          if (!names.has(name)) continue;
          find({
            outcome: "fail",
            origin: object.origin(["spec", "tracing", index, "providers", at]),
            message: `the provider ${name ?? ""} is of the kind Lightstep, which is deprecated`,
            fix: "define a provider of the kind opentelemetry and name it here",
          });
        }
      }
    }
  },
};
