import { serviceByHost, type Destination, type Json, type ServiceNode } from "../../graph/index.ts";
import { atFittingPort } from "../at-fitting-port.ts";
import { versionServiceName } from "./references.ts";

interface BackendContext {
  /** The service that was called. */
  readonly service: ServiceNode;
  /** Every service, for rules that lead to others. */
  readonly services: readonly ServiceNode[];
  /** Number of the port that was called. */
  readonly port: number;
  /** Namespace of the route. */
  readonly from: string;
}

/** Where a rule sends to, by weight: Services themselves, or those of their versions. */
export function backendRefs(
  destinations: readonly Destination[],
  { service, services, port: number, from }: BackendContext,
): readonly Json[] {
  const called = { service, port: service.ports.find((each) => each.number === number) };
  return destinations.map((each) => {
    const { host, subset, weight, port = number } = atFittingPort(each, { services }, called);
    const { name, namespace } = serviceByHost({ services }, host) ?? service;
    return {
      name: subset === undefined ? name : versionServiceName(name, subset),
      ...(namespace === from ? {} : { namespace }),
      port,
      ...(destinations.length === 1 && weight === 100 ? {} : { weight }),
    };
  });
}
