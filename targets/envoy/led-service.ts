import { fittingPort, type WorkloadService } from "../../model/index.ts";
import { portOf } from "./endpoints-of.ts";

/** A service, as the proxy reaches it. */
export interface ReachedService extends WorkloadService {
  /** Number of its only port here, where that is not the one that a gateway leads to. */
  readonly at?: number;
}

/**
 * A service that rules of another one lead to, with the port that gets the other one's requests: that need not be the
 * one that it is reached at when a host leads to it.
 */
export function ledService(led: WorkloadService, own: WorkloadService): ReachedService {
  const port = fittingPort(led.ports, portOf(own));
  if (port === undefined || port.number === portOf(led).number) return led;
  return { ...led, ports: [port], at: port.number };
}
