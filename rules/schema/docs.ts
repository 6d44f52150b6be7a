import type { RuleDoc } from "../rule.ts";
import { authorizationPolicyDoc } from "./authorization-policy.doc.ts";
import { authorizationPolicyWarningsDoc } from "./authorization-policy-warnings.doc.ts";
import { destinationRuleDoc } from "./destination-rule.doc.ts";
import { destinationRuleWarningsDoc } from "./destination-rule-warnings.doc.ts";
import { envoyFilterDoc } from "./envoy-filter.doc.ts";
import { envoyFilterWarningsDoc } from "./envoy-filter-warnings.doc.ts";
import { exclusiveFieldsDoc } from "./exclusive-fields.doc.ts";
import { gatewayDoc } from "./gateway.doc.ts";
import { gatewayWarningsDoc } from "./gateway-warnings.doc.ts";
import { notAsDefinedDoc } from "./not-as-defined.doc.ts";
import { peerAuthenticationDoc } from "./peer-authentication.doc.ts";
import { peerAuthenticationWarningsDoc } from "./peer-authentication-warnings.doc.ts";
import { proxyConfigDoc } from "./proxy-config.doc.ts";
import { proxyConfigWarningsDoc } from "./proxy-config-warnings.doc.ts";
import { requestAuthenticationDoc } from "./request-authentication.doc.ts";
import { requestAuthenticationWarningsDoc } from "./request-authentication-warnings.doc.ts";
import { serviceEntryDoc } from "./service-entry.doc.ts";
import { serviceEntryWarningsDoc } from "./service-entry-warnings.doc.ts";
import { sidecarDoc } from "./sidecar.doc.ts";
import { sidecarWarningsDoc } from "./sidecar-warnings.doc.ts";
import { telemetryDoc } from "./telemetry.doc.ts";
import { telemetryWarningsDoc } from "./telemetry-warnings.doc.ts";
import { trafficExtensionDoc } from "./traffic-extension.doc.ts";
import { trafficExtensionWarningsDoc } from "./traffic-extension-warnings.doc.ts";
import { unknownFieldDoc } from "./unknown-field.doc.ts";
import { virtualServiceDoc } from "./virtual-service.doc.ts";
import { virtualServiceWarningsDoc } from "./virtual-service-warnings.doc.ts";
import { wasmPluginDoc } from "./wasm-plugin.doc.ts";
import { wasmPluginWarningsDoc } from "./wasm-plugin-warnings.doc.ts";
import { workloadEntryDoc } from "./workload-entry.doc.ts";
import { workloadEntryWarningsDoc } from "./workload-entry-warnings.doc.ts";
import { workloadGroupDoc } from "./workload-group.doc.ts";
import { wrongTypeDoc } from "./wrong-type.doc.ts";

/** Text and examples of the rules of `schema/`, by id. */
export const schemaDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["schema/wrong-type", wrongTypeDoc],
  ["schema/unknown-field", unknownFieldDoc],
  ["schema/not-as-defined", notAsDefinedDoc],
  ["schema/exclusive-fields", exclusiveFieldsDoc],
  ["schema/virtual-service", virtualServiceDoc],
  ["schema/virtual-service-warnings", virtualServiceWarningsDoc],
  ["schema/destination-rule", destinationRuleDoc],
  ["schema/destination-rule-warnings", destinationRuleWarningsDoc],
  ["schema/gateway", gatewayDoc],
  ["schema/gateway-warnings", gatewayWarningsDoc],
  ["schema/service-entry", serviceEntryDoc],
  ["schema/service-entry-warnings", serviceEntryWarningsDoc],
  ["schema/workload-entry", workloadEntryDoc],
  ["schema/workload-entry-warnings", workloadEntryWarningsDoc],
  ["schema/workload-group", workloadGroupDoc],
  ["schema/sidecar", sidecarDoc],
  ["schema/sidecar-warnings", sidecarWarningsDoc],
  ["schema/peer-authentication", peerAuthenticationDoc],
  ["schema/peer-authentication-warnings", peerAuthenticationWarningsDoc],
  ["schema/authorization-policy", authorizationPolicyDoc],
  ["schema/authorization-policy-warnings", authorizationPolicyWarningsDoc],
  ["schema/request-authentication", requestAuthenticationDoc],
  ["schema/request-authentication-warnings", requestAuthenticationWarningsDoc],
  ["schema/envoy-filter", envoyFilterDoc],
  ["schema/envoy-filter-warnings", envoyFilterWarningsDoc],
  ["schema/telemetry", telemetryDoc],
  ["schema/telemetry-warnings", telemetryWarningsDoc],
  ["schema/proxy-config", proxyConfigDoc],
  ["schema/proxy-config-warnings", proxyConfigWarningsDoc],
  ["schema/wasm-plugin", wasmPluginDoc],
  ["schema/wasm-plugin-warnings", wasmPluginWarningsDoc],
  ["schema/traffic-extension", trafficExtensionDoc],
  ["schema/traffic-extension-warnings", trafficExtensionWarningsDoc],
];
