import { authorizationPolicyType } from "../../graph/kinds/authorization-policy.ts";
import { requestAuthenticationType } from "../../graph/kinds/request-authentication.ts";
import { telemetryType } from "../../graph/kinds/telemetry.ts";
import { wasmPluginType } from "../../graph/kinds/wasm-plugin.ts";

/** Kiali's ids of what is found at a kind in ambient mode. */
export const ambientIds: ReadonlyMap<
  string,
  { readonly waypoint: string; readonly target: string }
> = new Map([
  [authorizationPolicyType, { waypoint: "KIA0109", target: "KIA0110" }],
  [requestAuthenticationType, { waypoint: "KIA1110", target: "KIA1115" }],
  [wasmPluginType, { waypoint: "KIA1111", target: "KIA1116" }],
  [telemetryType, { waypoint: "KIA1112", target: "KIA1117" }],
]);
