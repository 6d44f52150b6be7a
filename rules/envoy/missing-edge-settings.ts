import { field, fieldAt } from "./parts.ts";

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

/** A way out passes on what its callers write: the server outside may mean something by `//`, `%2F` or `a_b`. */
const ofServers = [
  "merge_slashes",
  "path_with_escaped_slashes_action",
  "headers_with_underscores_action",
];

/** What an HTTP connection manager that strangers reach should say and does not. */
export function missingEdgeSettings(manager: unknown): readonly string[] {
  const asked = isWayOut(manager)
    ? settings.filter(([name]) => !ofServers.includes(name))
    : settings;
  return asked.flatMap(([name, isSet]) => (isSet(manager) ? [] : name));
}

/** Only a proxy that its callers know of is asked for tunnels. */
function isWayOut(manager: unknown): boolean {
  const upgrades = field(manager, "upgrade_configs");
  return (
    Array.isArray(upgrades) && upgrades.some((each) => field(each, "upgrade_type") === "CONNECT")
  );
}
