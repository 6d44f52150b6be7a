import type { Path } from "../../diagnostics/index.ts";
import type { EnvoyConfig } from "../../graph/objects/envoy-configs.ts";
import {
  clustersOf,
  field,
  httpManagers,
  isOfType,
  listenersOf,
  partsAt,
  text,
  virtualHosts,
  type Part,
} from "./parts.ts";

import { clusterFaults } from "./refused-clusters.ts";
import { routeFaults } from "./refused-routes.ts";

/** Why an Envoy refuses its configuration, and where. */
export interface RefusedPart {
  readonly path: Path;
  readonly message: string;
}

/** The most frequent faults by which an Envoy refuses its configuration. */
export function* refusedParts(config: EnvoyConfig): Generator<RefusedPart> {
  yield* repeated(clustersOf(config), "cluster");
  yield* repeated(listenersOf(config), "listener");
  for (const cluster of clustersOf(config)) yield* clusterFaults(cluster);
  for (const manager of listenersOf(config).flatMap(httpManagers)) {
    if ((text(manager.value, "stat_prefix") ?? "") === "") {
      yield { path: manager.path, message: "an HTTP connection manager needs a stat_prefix" };
    }
    yield* filterFaults(partsAt(manager, "http_filters"));
    yield* routeFaults(virtualHosts(manager));
  }
}

function* repeated(parts: readonly Part[], what: string): Generator<RefusedPart> {
  const seen = new Set<string>();
  for (const { value, path } of parts) {
    const name = text(value, "name");
    if (name === undefined) continue;
    if (seen.has(name))
      yield { path: [...path, "name"], message: `there is a second ${what} ${name}` };
    seen.add(name);
  }
}

/** The router ends the chain, and nothing else does. */
function* filterFaults(filters: readonly Part[]): Generator<RefusedPart> {
  for (const [index, { value, path }] of filters.entries()) {
    const isLast = index === filters.length - 1;
    const isRouter = isOfType(field(value, "typed_config"), "Router");
    if (isRouter && !isLast) {
      yield { path, message: "the router ends the chain of filters, and others stand after it" };
    }
  }
}
