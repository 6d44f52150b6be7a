import type { Milliseconds } from "./duration.ts";

/** Where machines are. */
export interface MachinePlace {
  readonly network?: string;
  readonly locality?: string;
}

/** Machines that register themselves. */
export interface MachineGroup extends MachinePlace {
  readonly ready?: MachineProbe;
}

/** What says that a machine is ready. */
export interface MachineProbe {
  /** Undefined asks for a TCP connection only. */
  readonly path?: string;
  readonly port: number;
  /** Whole seconds. */
  readonly interval: Milliseconds;
  readonly failures: number;
}

/** An instance of a service outside Kubernetes. */
export interface Machine extends MachinePlace {
  readonly name: string;
  /** IP address. */
  readonly address: string;
  readonly version: string;
  /** By name of the service's port; where it listens on the usual target, none. */
  readonly ports: Readonly<Record<string, number>>;
  readonly weight?: number;
}
