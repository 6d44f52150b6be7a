import { deprecatedFieldDoc } from "./deprecated-field.doc.ts";
import { gatewayApiTooOldDoc } from "./gateway-api-too-old.doc.ts";
import { gatewayApiWithoutBetaDoc } from "./gateway-api-without-beta.doc.ts";
import { gatewayApiWithoutStableDoc } from "./gateway-api-without-stable.doc.ts";
import { inconsistentServiceDoc } from "./inconsistent-service.doc.ts";
import { lightstepTracingDoc } from "./lightstep-tracing.doc.ts";
import { meshConfigRuleDoc } from "./mesh-config.doc.ts";
import { meshNetworksRuleDoc } from "./mesh-networks.doc.ts";
import { negativeStatusDoc } from "./negative-status.doc.ts";
import { refusedMetadataDoc } from "./refused-metadata.doc.ts";
import { refusedServiceDoc } from "./refused-service.doc.ts";
import { refusedWorkloadDoc } from "./refused-workload.doc.ts";
import { removedApiVersionDoc } from "./removed-api-version.doc.ts";
import { removedKindDoc } from "./removed-kind.doc.ts";
import { unknownKindDoc } from "./unknown-kind.doc.ts";
import { unknownRegistryDoc } from "./unknown-registry.doc.ts";
import { privateKeyInClearDoc } from "./private-key-in-clear.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `objects/`, by id. */
export const objectsDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["objects/deprecated-field", deprecatedFieldDoc],
  ["objects/gateway-api-too-old", gatewayApiTooOldDoc],
  ["objects/gateway-api-without-beta", gatewayApiWithoutBetaDoc],
  ["objects/gateway-api-without-stable", gatewayApiWithoutStableDoc],
  ["objects/inconsistent-service", inconsistentServiceDoc],
  ["objects/lightstep-tracing", lightstepTracingDoc],
  ["objects/mesh-config", meshConfigRuleDoc],
  ["objects/mesh-networks", meshNetworksRuleDoc],
  ["objects/negative-status", negativeStatusDoc],
  ["objects/refused-metadata", refusedMetadataDoc],
  ["objects/refused-service", refusedServiceDoc],
  ["objects/refused-workload", refusedWorkloadDoc],
  ["objects/removed-api-version", removedApiVersionDoc],
  ["objects/removed-kind", removedKindDoc],
  ["objects/unknown-kind", unknownKindDoc],
  ["objects/unknown-registry", unknownRegistryDoc],
  ["objects/private-key-in-clear", privateKeyInClearDoc],
];
