import { addressesRequiredDoc } from "./addresses-required.doc.ts";
import { conflictingProtocolsDoc } from "./conflicting-protocols.doc.ts";
import { exportedToAllDoc } from "./exported-to-all.doc.ts";
import { hijackedServiceDoc } from "./hijacked-service.doc.ts";
import { repeatedHostDoc } from "./repeated-host.doc.ts";
import { staticWithoutEndpointsDoc } from "./static-without-endpoints.doc.ts";
import { unusedEntryDoc } from "./unused.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `service-entries/`, by id. */
export const serviceEntriesDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["service-entries/addresses-required", addressesRequiredDoc],
  ["service-entries/conflicting-protocols", conflictingProtocolsDoc],
  ["service-entries/exported-to-all", exportedToAllDoc],
  ["service-entries/hijacked-service", hijackedServiceDoc],
  ["service-entries/repeated-host", repeatedHostDoc],
  ["service-entries/static-without-endpoints", staticWithoutEndpointsDoc],
  ["service-entries/unused", unusedEntryDoc],
];
