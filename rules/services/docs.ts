import type { RuleDoc } from "../rule.ts";
import { externalPortNameDoc } from "./external-port-name.doc.ts";
import { portNameDoc } from "./port-name.doc.ts";
import { selectsNothingDoc } from "./selects-nothing.doc.ts";
import { unknownTargetPortDoc } from "./unknown-target-port.doc.ts";
import { unlistedTargetPortDoc } from "./unlisted-target-port.doc.ts";

/** Text and examples of the rules of `services/`, by id. */
export const servicesDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["services/external-port-name", externalPortNameDoc],
  ["services/port-name", portNameDoc],
  ["services/selects-nothing", selectsNothingDoc],
  ["services/unknown-target-port", unknownTargetPortDoc],
  ["services/unlisted-target-port", unlistedTargetPortDoc],
];
