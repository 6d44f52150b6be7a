/**
 * The mesh with every reference resolved: built from a model (`buildGraph`), lifted from manifests (`liftGraph`), or
 * both joined; and the questions that can be asked of it.
 */
export type * from "./access-policy.ts";
export { accessPolicies } from "./build/access-policies.ts";
export { tokenPolicies } from "./build/token-policies.ts";
export { buildGraph } from "./build-graph.ts";
export { connectionDestinations } from "./connection-destinations.ts";
export type { BuildOptions } from "./create-origin.ts";
export { effectivePolicy, type EffectivePolicy } from "./effective-policy.ts";
export type * from "./graph.ts";
export { joinGraphs } from "./join-graphs.ts";
export {
  facts,
  liftGraph,
  type Fact,
  type LiftedGraph,
  type LiftedManifest,
  type UnknownValue,
} from "./lift-graph.ts";
export type * from "./manifest.ts";
export type { KubernetesObject } from "./objects/kubernetes-object.ts";
export * from "./names.ts";
export { maxPaths, pathsThroughCalls } from "./paths-through-calls.ts";
export * from "./query.ts";
export { rulesAtPort } from "./rules-at-port.ts";
export { serviceOfRule } from "./service-of-rule.ts";
