import type { Graph, ReceiverModeNode } from "../graph.ts";
import type { UnknownValue } from "./unknown-value.ts";

/** The modes of a workload's ports, and what to do where nothing says the mode of the other ports. */
export interface PortModes {
  readonly node: Omit<ReceiverModeNode, "mode">;
  readonly leaveOut: () => void;
}

/** A graph while it is being filled. */
export type GraphParts = {
  readonly [Kind in keyof Graph]: Graph[Kind][number][];
} & {
  readonly unknowns: UnknownValue[];
  /** Modes of ports, beside a mode that another object sets. */
  readonly portModes: PortModes[];
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
    trustDomains: [],
    objects: [],
    unknowns: [],
    portModes: [],
    injection: new Map(),
  };
}
