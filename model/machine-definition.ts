import type { DurationText } from "./duration.ts";

/** Where machines are. */
export interface MachinePlaceDefinition {
  /** Network, where it is not the cluster's own: its addresses are reached through a gateway. */
  readonly network?: string;
  /** `region`, `region/zone` or `region/zone/sub-zone`. */
  readonly locality?: string;
}

/** Machines whose proxies register themselves. */
export interface MachineGroupDefinition extends MachinePlaceDefinition {
  /** What says that a machine is ready for requests. Default: that its proxy is connected. */
  readonly ready?: MachineProbeDefinition;
}

/**
 * What the proxy of a machine asks the program beside it. A machine that fails gets no requests until it answers again.
 * https://istio.io/latest/docs/reference/config/networking/workload-group/#ReadinessProbe
 */
export interface MachineProbeDefinition {
  /** Path of an HTTP GET that is answered with 200 to 399. Default: a TCP connection is enough. */
  readonly path?: string;
  /** Number of the port that the program listens on. Default: the target of the service's first port. */
  readonly port?: number;
  /** Pause between two questions, in whole seconds. Default `10s`. */
  readonly interval?: DurationText;
  /** How many in a row have to fail. Default 3. */
  readonly failures?: number;
}

/** An instance of a service outside Kubernetes. It listens on the targets of the service's ports. */
export interface MachineDefinition extends MachinePlaceDefinition {
  /** IP address. */
  readonly address: string;
  /** Which version it runs; needed where the service names versions. */
  readonly version?: string;
  /** The numbers it listens on, where those differ from the targets of the service's ports: by name of the port. */
  readonly ports?: Readonly<Record<string, number>>;
  /** Its share, where every other instance has 1. Default 1, at most 1000. */
  readonly weight?: number;
}
