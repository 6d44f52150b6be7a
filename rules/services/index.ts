import type { Rule } from "../rule.ts";
import { externalPortName } from "./external-port-name.ts";
import { portName } from "./port-name.ts";
import { selectsNothing } from "./selects-nothing.ts";
import { unknownTargetPort } from "./unknown-target-port.ts";
import { unlistedTargetPort } from "./unlisted-target-port.ts";

/** The rules of `services/`. */
export const servicesRules: readonly Rule[] = [
  externalPortName,
  portName,
  selectsNothing,
  unknownTargetPort,
  unlistedTargetPort,
];
