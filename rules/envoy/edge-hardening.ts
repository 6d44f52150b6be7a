import { envoyConfigs } from "../../graph/objects/envoy-configs.ts";
import type { Rule } from "../rule.ts";
import { field, fieldAt, httpManagers, isLocal, listenersOf, type Part } from "./parts.ts";

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
          const missing = missingSettings(manager);
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

/** What Envoy's page asks for, that its defaults do not do: the field, and whether it is set well. */
const settings: readonly (readonly [name: string, isSet: (manager: unknown) => boolean])[] = [
  [
    "use_remote_address",
    (manager) =>
      field(manager, "use_remote_address") === true ||
      field(manager, "original_ip_detection_extensions") !== undefined,
  ],
  ["normalize_path", (manager) => field(manager, "normalize_path") === true],
  ["merge_slashes", (manager) => field(manager, "merge_slashes") === true],
  [
    "path_with_escaped_slashes_action",
    (manager) =>
      !["KEEP_UNCHANGED", "IMPLEMENTATION_SPECIFIC_DEFAULT", undefined].includes(
        field(manager, "path_with_escaped_slashes_action") as string | undefined,
      ),
  ],
  [
    "headers_with_underscores_action",
    (manager) =>
      !["ALLOW", undefined].includes(
        fieldAt(manager, "common_http_protocol_options", "headers_with_underscores_action") as
          string | undefined,
      ),
  ],
  [
    "request_headers_timeout",
    (manager) =>
      field(manager, "request_headers_timeout") !== undefined ||
      field(manager, "request_timeout") !== undefined,
  ],
];

function missingSettings({ value }: Part): readonly string[] {
  return settings.flatMap(([name, isSet]) => (isSet(value) ? [] : name));
}
