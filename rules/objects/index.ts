import { deprecatedField } from "./deprecated-field.ts";
import { gatewayApiTooOld } from "./gateway-api-too-old.ts";
import { gatewayApiWithoutBeta } from "./gateway-api-without-beta.ts";
import { gatewayApiWithoutStable } from "./gateway-api-without-stable.ts";
import { inconsistentService } from "./inconsistent-service.ts";
import { lightstepTracing } from "./lightstep-tracing.ts";
import { meshConfigRule } from "./mesh-config.ts";
import { meshNetworksRule } from "./mesh-networks.ts";
import { negativeStatus } from "./negative-status.ts";
import { privateKeyInClear } from "./private-key-in-clear.ts";
import { refusedMetadata } from "./refused-metadata.ts";
import { refusedService } from "./refused-service.ts";
import { refusedWorkload } from "./refused-workload.ts";
import { removedApiVersion } from "./removed-api-version.ts";
import { removedKind } from "./removed-kind.ts";
import { unknownKind } from "./unknown-kind.ts";
import { unknownRegistry } from "./unknown-registry.ts";
import type { Rule } from "../rule.ts";

/** The rules of `objects/`. */
export const objectsRules: readonly Rule[] = [
  deprecatedField,
  gatewayApiTooOld,
  gatewayApiWithoutBeta,
  gatewayApiWithoutStable,
  inconsistentService,
  lightstepTracing,
  meshConfigRule,
  meshNetworksRule,
  negativeStatus,
  privateKeyInClear,
  refusedMetadata,
  refusedService,
  refusedWorkload,
  removedApiVersion,
  removedKind,
  unknownKind,
  unknownRegistry,
];
