import type { Rule } from "../rule.ts";
import { injectorFailsOpen } from "./injector-fails-open.ts";
import { missingAddress } from "./missing-address.ts";
import { numericAddress } from "./numeric-address.ts";
import { overlappingInjectors } from "./overlapping-injectors.ts";
import { unknownService } from "./unknown-service.ts";

/** The rules of `webhooks/`. */
export const webhooksRules: readonly Rule[] = [
  injectorFailsOpen,
  missingAddress,
  numericAddress,
  overlappingInjectors,
  unknownService,
];
