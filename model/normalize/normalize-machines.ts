import type { Machine, MachineGroup, MachinePlace } from "../machine.ts";
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
    ports: Object.fromEntries(sortedEntries(machine.ports)),
    ...(machine.weight === undefined ? {} : { weight: machine.weight }),
    ...normalizePlace(machine),
  }));
}

/** Machines that register themselves. `port` is where the program listens that the service's first port leads to. */
export function normalizeMachineGroup(
  { ready, ...place }: MachineGroupInput,
  port: number,
): MachineGroup {
  return {
    ...normalizePlace(place),
    ...(ready === undefined
      ? {}
      : {
          ready: {
            ...(ready.path === undefined ? {} : { path: ready.path }),
            port: ready.port ?? port,
            interval: ready.interval ?? 10_000,
            failures: ready.failures ?? 3,
          },
        }),
  };
}

function normalizePlace({ network, locality }: MachineGroupInput): MachinePlace {
  return {
    ...(network === undefined ? {} : { network }),
    ...(locality === undefined ? {} : { locality }),
  };
}
