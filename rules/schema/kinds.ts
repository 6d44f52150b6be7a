import { authorizationPolicyKind } from "./authorization-policy/kind.ts";
import { destinationRuleKind } from "./destination-rule/kind.ts";
import { envoyFilterKind } from "./envoy-filter/kind.ts";
import { wasmPluginKind, trafficExtensionKind } from "./extensions/kinds.ts";
import { gatewayApiKinds } from "../gateway-api/definition/kinds.ts";
import { gatewayKind } from "./gateway/kind.ts";
import { peerAuthenticationKind } from "./peer-authentication/kind.ts";
import { proxyConfigKind } from "./proxy-config/kind.ts";
import { requestAuthenticationKind } from "./request-authentication/kind.ts";
import { serviceEntryKind } from "./service-entry/kind.ts";
import { sidecarKind } from "./sidecar/kind.ts";
import { telemetryKind } from "./telemetry/kind.ts";
import { virtualServiceKind } from "./virtual-service/kind.ts";
import { workloadEntryKind, workloadGroupKind } from "./workload/kinds.ts";
import type { SchemaKind } from "./kind.ts";

/** Every kind of Istio, and of the Gateway API, that is read and validated. */
export const schemaKinds: readonly SchemaKind[] = [
  virtualServiceKind,
  destinationRuleKind,
  gatewayKind,
  serviceEntryKind,
  workloadEntryKind,
  workloadGroupKind,
  sidecarKind,
  peerAuthenticationKind,
  authorizationPolicyKind,
  requestAuthenticationKind,
  envoyFilterKind,
  telemetryKind,
  proxyConfigKind,
  wasmPluginKind,
  trafficExtensionKind,
  ...gatewayApiKinds,
];
