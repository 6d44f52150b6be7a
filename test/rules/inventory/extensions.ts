import type { Checks } from "./checks.ts";

/** Extensions and telemetry. */
export const extensionsChecks: Checks = {
  "envoyfilter-used": "rules",
  "envoyfilter-global": "rules",
  "envoyfilter-ops": "rules",
  "wasm-unpinned": "rules",
  "wasm-fail-mode": "rules",
  "lua-inline": "rules",
  "telemetry-overlap": "rules",
  "telemetry-provider-missing": "rules",
  "telemetry-sampling": "rules",
  "telemetry-labels": "rules",
};
