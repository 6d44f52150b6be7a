import { addressesRequired } from "./addresses-required.ts";
import { conflictingProtocols } from "./conflicting-protocols.ts";
import { exportedToAll } from "./exported-to-all.ts";
import { hijackedService } from "./hijacked-service.ts";
import { repeatedHost } from "./repeated-host.ts";
import { staticWithoutEndpoints } from "./static-without-endpoints.ts";
import { unusedEntry } from "./unused.ts";
import type { Rule } from "../rule.ts";

/** The rules of `service-entries/`. */
export const serviceEntriesRules: readonly Rule[] = [
  addressesRequired,
  conflictingProtocols,
  exportedToAll,
  hijackedService,
  repeatedHost,
  staticWithoutEndpoints,
  unusedEntry,
];
