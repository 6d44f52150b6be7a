import { envoyConfigs } from "../../graph/objects/envoy-configs.ts";
import type { Rule } from "../rule.ts";
import { refusedParts } from "./refused-parts.ts";

/** An Envoy takes its configuration. These are the faults by which it most often does not. */
export const refused: Rule = {
  id: "envoy/refused",
  code: "HED4849",
  severity: "error",
  summary: "an Envoy takes its configuration",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const config of envoyConfigs(graph)) {
      for (const { path, message } of refusedParts(config)) {
        find({
          outcome: "fail",
          origin: config.origin(path),
          message: config.prefix(path) + message,
          fix: "correct it; `envoy --mode validate` reads the whole configuration without starting",
        });
      }
    }
  },
};
