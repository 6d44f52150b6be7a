/** Where machines are. */
export interface MachinePlaceDefinition {
  /** Network, where it is not the cluster's own: its addresses are reached through a gateway. */
  readonly network?: string;
  /** `region`, `region/zone` or `region/zone/sub-zone`. */
  readonly locality?: string;
}

/** An instance of a service outside Kubernetes. It listens on the targets of the service's ports. */
export interface MachineDefinition extends MachinePlaceDefinition {
  /** IP address. */
  readonly address: string;
  /** Which version it runs; needed where the service names versions. */
  readonly version?: string;
  /** Its share, where every other instance has 1. Default 1, at most 1000. */
  readonly weight?: number;
}
