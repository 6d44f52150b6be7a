import { mtlsConflict } from "./mtls-conflict.ts";
import { overlappingPolicies } from "./overlapping-policies.ts";
import { permissiveMtls } from "./permissive-mtls.ts";
import { portOfService } from "./port-of-service.ts";
import { mtlsSelectorWithoutWorkload } from "./selector-without-workload.ts";
import { strictWithoutClient } from "./strict-without-client.ts";
import type { Rule } from "../rule.ts";

/** The rules of `mtls/`. */
export const mtlsRules: readonly Rule[] = [
  mtlsConflict,
  overlappingPolicies,
  permissiveMtls,
  portOfService,
  mtlsSelectorWithoutWorkload,
  strictWithoutClient,
];
