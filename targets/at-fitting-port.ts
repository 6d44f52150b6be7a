import { serviceByHost, type Destination, type Graph, type ServiceNode } from "../graph/index.ts";
import { fittingPort } from "../model/index.ts";

/**
 * A destination with the port that it is reached at, where it is another service than the one that was called: that need
 * not have the port.
 */
export function atFittingPort(
  destination: Destination,
  graph: Pick<Graph, "services">,
  { service, port: called }: CalledPort,
): Destination {
  const other =
    destination.host === service?.host ? undefined : serviceByHost(graph, destination.host);
  if (called === undefined || other === undefined) return destination;
  const port = fittingPort(other.ports, called);
  return port === undefined ? destination : { ...destination, port: port.number };
}

interface CalledPort {
  readonly service: ServiceNode | undefined;
  readonly port: ServiceNode["ports"][number] | undefined;
}
