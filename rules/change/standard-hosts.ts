import { z } from "zod";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";

const route = z.looseObject({ spec: z.looseObject({ hostnames: z.array(z.string()) }) });
const gateway = z.looseObject({
  spec: z.looseObject({
    listeners: z.array(z.looseObject({ hostname: z.string().default("*") })),
  }),
});

const routeKinds = ["HTTPRoute", "GRPCRoute", "TLSRoute"] as const;

/** Hosts that gateways and routes of the Gateway API serve: who moves to it removes nothing. */
export const standardHosts: (graph: ObjectGraph) => readonly string[] = perGraph((graph) => {
  const kinds = routeKinds.map((kind) => `gateway.networking.k8s.io/${kind}`);
  const routed = kinds
    .flatMap((type) => objectsOf(graph, type))
    .flatMap(({ raw }) => route.safeParse(raw).data?.spec.hostnames ?? []);
  // A listener without routes serves nothing.
  if (routed.length > 0) return routed;
  const anyRoute = kinds.some((type) => objectsOf(graph, type).length > 0);
  if (!anyRoute) return [];
  return objectsOf(graph, "gateway.networking.k8s.io/Gateway").flatMap(
    ({ raw }) => gateway.safeParse(raw).data?.spec.listeners.map(({ hostname }) => hostname) ?? [],
  );
});
