import type { Destination, Graph, RouteRuleNode } from "../../graph/graph.ts";
import { subsetOf } from "../../graph/query.ts";

/** What a rule sends to one destination. */
export interface Share {
  readonly destination: Destination;
  /** Percent of the rule's requests. */
  readonly percent: number;
}

/**
 * The part of its requests that a rule sends to each destination. Destinations are told apart by host, port and the
 * labels of their subset, so that a new name for the same pods moves nothing.
 */
export function sharesOf(
  graph: Pick<Graph, "subsets">,
  { destinations }: RouteRuleNode,
): ReadonlyMap<string, Share> {
  const total = destinations.reduce((sum, { weight }) => sum + weight, 0);
  const shares = new Map<string, Share>();
  for (const destination of destinations) {
    const key = keyOf(graph, destination);
    const percent = total === 0 ? 0 : (destination.weight * 100) / total;
    const known = shares.get(key);
    shares.set(key, {
      destination: known?.destination ?? destination,
      percent: (known?.percent ?? 0) + percent,
    });
  }
  return shares;
}

/** A destination as people read it: `cart.shop.svc.cluster.local v2`. */
export function nameOf({ host, subset }: Destination): string {
  return subset === undefined ? host : `${host} ${subset}`;
}

function keyOf(graph: Pick<Graph, "subsets">, { host, subset, port }: Destination): string {
  const labels = subset === undefined ? undefined : subsetOf(graph, host, subset)?.labels;
  const pods =
    labels === undefined
      ? (subset ?? "")
      : Object.entries(labels)
          .map((each) => each.join("="))
          .sort()
          .join(",");
  return `${host} ${String(port ?? "")} ${pods}`;
}
