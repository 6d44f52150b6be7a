import type { Destination, Json } from "../../graph/index.ts";

/** Where requests or connections go, with weights where there are several places; to this port where they say none. */
export function weightedDestinations(list: readonly Destination[], usual?: number): Json {
  return list.map(({ host, subset, weight, port = usual }) => ({
    destination: {
      host,
      ...(subset === undefined ? {} : { subset }),
      ...(port === undefined ? {} : { port: { number: port } }),
    },
    ...(list.length === 1 && weight === 100 ? {} : { weight }),
  }));
}
