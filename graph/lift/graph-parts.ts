import type { Graph } from "../graph.ts";
import type { UnknownValue } from "./unknown-value.ts";

/** A graph while it is being filled. */
export type GraphParts = {
  readonly [Kind in keyof Graph]: Graph[Kind][number][];
} & {
  readonly unknowns: UnknownValue[];
  /** Whether pods get a proxy, by namespace. */
  readonly injection: Map<string, boolean>;
};

/** Nothing yet. */
export function emptyParts(): GraphParts {
  return {
    services: [],
    workloads: [],
    subsets: [],
    routes: [],
    clientPolicies: [],
    receiverModes: [],
    access: [],
    listeners: [],
    calls: [],
    objects: [],
    unknowns: [],
    injection: new Map(),
  };
}
