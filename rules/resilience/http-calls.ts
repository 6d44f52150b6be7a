import type { CallEdge, Graph, ServiceNode } from "../../graph/graph.ts";
import { perList } from "../../graph/per-list.ts";
import { httpProtocols } from "../../model/vocabulary.ts";

const http: readonly string[] = httpProtocols;
const byId = perList(
  (services: readonly ServiceNode[]) => new Map(services.map((each) => [each.id, each])),
);

/** The service that a call is for; undefined where it is not described here. */
export function calleeOf({ services }: Pick<Graph, "services">, { to }: CallEdge) {
  return byId(services).get(to);
}

/** The calls whose requests the proxy can time and repeat: those of services that speak nothing but HTTP or gRPC. */
export function httpCalls(graph: Pick<Graph, "calls" | "services">): readonly CallEdge[] {
  return graph.calls.filter((call) => {
    const ports = calleeOf(graph, call)?.ports ?? [];
    return ports.length > 0 && ports.every(({ protocol }) => http.includes(protocol));
  });
}
