import type { RuleDoc } from "../rule.ts";
import { injectorFailsOpenDoc } from "./injector-fails-open.doc.ts";
import { missingAddressDoc } from "./missing-address.doc.ts";
import { numericAddressDoc } from "./numeric-address.doc.ts";
import { overlappingInjectorsDoc } from "./overlapping-injectors.doc.ts";
import { unknownServiceDoc } from "./unknown-service.doc.ts";

/** Text and examples of the rules of `webhooks/`, by id. */
export const webhooksDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["webhooks/missing-address", missingAddressDoc],
  ["webhooks/numeric-address", numericAddressDoc],
  ["webhooks/overlapping-injectors", overlappingInjectorsDoc],
  ["webhooks/unknown-service", unknownServiceDoc],
  ["webhooks/injector-fails-open", injectorFailsOpenDoc],
];
