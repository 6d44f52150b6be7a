import type { ClusterAccess, Place } from "../../bench/index.ts";
import type { Graph } from "../../graph/graph.ts";
import type { Mesh } from "../../model/mesh.ts";

/** What a scenario runs against: a deployed mesh, its model and a pod that is no part of it. */
export interface Deployment {
  readonly mesh: Mesh;
  readonly graph: Graph;
  readonly cluster: ClusterAccess;
  /** A pod without a proxy, outside the mesh. */
  readonly stranger: Place;
  /** Root of the mesh's certificates, PEM. */
  readonly rootCertificate: string;
}

/** One line of the table at the end: what was asked for, what the proxies did. */
export interface Outcome {
  readonly what: string;
  readonly intended: string;
  readonly measured: string;
  readonly pass: boolean;
}

/** Sends real traffic and judges it. The title says what is shown, for the progress display. */
export interface Scenario {
  readonly title: string;
  run(deployment: Deployment): Promise<Outcome>;
}
