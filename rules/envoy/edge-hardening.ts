import { envoyConfigs } from "../../graph/objects/envoy-configs.ts";
import type { Rule } from "../rule.ts";
import { missingEdgeSettings } from "./missing-edge-settings.ts";
import { field, httpManagers, isLocal, listenersOf } from "./parts.ts";

/** A listener for strangers is set up as Envoy's own page about the edge says. */
export const edgeHardening: Rule = {
  id: "envoy/edge-hardening",
  code: "HED4843",
  severity: "info",
  summary: "a listener for strangers normalizes paths, trusts no header and has limits",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const config of envoyConfigs(graph)) {
      for (const listener of listenersOf(config)) {
        if (isLocal(field(listener.value, "address"))) continue;
        for (const manager of httpManagers(listener)) {
          const missing = missingEdgeSettings(manager.value);
          if (missing.length === 0) continue;
          find({
            outcome: "fail",
            origin: config.origin(manager.path),
            message: `${config.prefix(manager.path)}takes requests of strangers without ${missing.join(", ")}`,
            fix: "follow https://www.envoyproxy.io/docs/envoy/latest/configuration/best_practices/edge",
          });
        }
      }
    }
  },
};
