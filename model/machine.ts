/** Where machines are. */
export interface MachinePlace {
  readonly network?: string;
  readonly locality?: string;
}

/** An instance of a service outside Kubernetes. */
export interface Machine extends MachinePlace {
  readonly name: string;
  /** IP address. */
  readonly address: string;
  readonly version: string;
  readonly weight?: number;
}
