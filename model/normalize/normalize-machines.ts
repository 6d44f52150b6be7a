import type { Machine, MachinePlace } from "../machine.ts";
import type { MachineGroupInput } from "../schema/machine-schema.ts";
import type { ServiceInput } from "../schema/service-schema.ts";
import { sortedEntries } from "./sorted.ts";

/** The machines of a service, sorted by name. */
export function normalizeMachines(
  machines: ServiceInput["machines"],
  defaultVersion: string,
): readonly Machine[] {
  return sortedEntries(machines).map(([name, machine]) => ({
    name,
    address: machine.address,
    version: machine.version ?? defaultVersion,
    ...(machine.weight === undefined ? {} : { weight: machine.weight }),
    ...normalizePlace(machine),
  }));
}

/** Where machines are. */
export function normalizePlace({ network, locality }: MachineGroupInput): MachinePlace {
  return {
    ...(network === undefined ? {} : { network }),
    ...(locality === undefined ? {} : { locality }),
  };
}
