import type { Rule } from "../rule.ts";
import { authorizationPolicy } from "./authorization-policy.ts";
import { authorizationPolicyWarnings } from "./authorization-policy-warnings.ts";
import { destinationRule } from "./destination-rule.ts";
import { destinationRuleWarnings } from "./destination-rule-warnings.ts";
import { envoyFilter } from "./envoy-filter.ts";
import { envoyFilterWarnings } from "./envoy-filter-warnings.ts";
import { exclusiveFields } from "./exclusive-fields.ts";
import { gateway } from "./gateway.ts";
import { gatewayWarnings } from "./gateway-warnings.ts";
import { notAsDefined } from "./not-as-defined.ts";
import { peerAuthentication } from "./peer-authentication.ts";
import { peerAuthenticationWarnings } from "./peer-authentication-warnings.ts";
import { proxyConfig } from "./proxy-config.ts";
import { proxyConfigWarnings } from "./proxy-config-warnings.ts";
import { requestAuthentication } from "./request-authentication.ts";
import { requestAuthenticationWarnings } from "./request-authentication-warnings.ts";
import { serviceEntry } from "./service-entry.ts";
import { serviceEntryWarnings } from "./service-entry-warnings.ts";
import { sidecar } from "./sidecar.ts";
import { sidecarWarnings } from "./sidecar-warnings.ts";
import { telemetry } from "./telemetry.ts";
import { telemetryWarnings } from "./telemetry-warnings.ts";
import { trafficExtension } from "./traffic-extension.ts";
import { trafficExtensionWarnings } from "./traffic-extension-warnings.ts";
import { unknownField } from "./unknown-field.ts";
import { virtualService } from "./virtual-service.ts";
import { virtualServiceWarnings } from "./virtual-service-warnings.ts";
import { wasmPlugin } from "./wasm-plugin.ts";
import { wasmPluginWarnings } from "./wasm-plugin-warnings.ts";
import { workloadEntry } from "./workload-entry.ts";
import { workloadEntryWarnings } from "./workload-entry-warnings.ts";
import { workloadGroup } from "./workload-group.ts";
import { wrongType } from "./wrong-type.ts";

/** The rules of `schema/`. */
export const schemaRules: readonly Rule[] = [
  wrongType,
  unknownField,
  notAsDefined,
  exclusiveFields,
  virtualService,
  virtualServiceWarnings,
  destinationRule,
  destinationRuleWarnings,
  gateway,
  gatewayWarnings,
  serviceEntry,
  serviceEntryWarnings,
  workloadEntry,
  workloadEntryWarnings,
  workloadGroup,
  sidecar,
  sidecarWarnings,
  peerAuthentication,
  peerAuthenticationWarnings,
  authorizationPolicy,
  authorizationPolicyWarnings,
  requestAuthentication,
  requestAuthenticationWarnings,
  envoyFilter,
  envoyFilterWarnings,
  telemetry,
  telemetryWarnings,
  proxyConfig,
  proxyConfigWarnings,
  wasmPlugin,
  wasmPluginWarnings,
  trafficExtension,
  trafficExtensionWarnings,
];
