/**
 * The vocabulary of a mesh: what an author writes (`MeshDefinition`), what every later stage reads (`Mesh`), and the
 * way from the one to the other (`parseMesh`).
 */
export type * from "./access.ts";
export type * from "./access-definition.ts";
export type * from "./authentication.ts";
export type * from "./authentication-definition.ts";
export type * from "./call-definition.ts";
export { defineMesh, type DefinedMesh, type ServicesOf } from "./define-mesh.ts";
export type * from "./discovery.ts";
export type * from "./discovery-definition.ts";
export { parseDuration, printDuration, type DurationText, type Milliseconds } from "./duration.ts";
export type * from "./extension.ts";
export type * from "./extension-definition.ts";
export type * from "./json-value.ts";
export { asksForCounts, countingService, hasGlobalLimits } from "./global-limits.ts";
export { hostServices } from "./host-services.ts";
export type * from "./limit.ts";
export type * from "./limit-definition.ts";
export type * from "./login.ts";
export type * from "./login-definition.ts";
export type * from "./machine.ts";
export type * from "./machine-definition.ts";
export type * from "./mesh.ts";
export type * from "./mesh-definition.ts";
export type * from "./route-action-definition.ts";
export type * from "./route-definition.ts";
export type * from "./route-match-definition.ts";
export { namespaceMtls } from "./namespace-mtls.ts";
export { usualPolicy } from "./normalize/normalize-policy.ts";
export type * from "./of-protocol.ts";
export { usualRetryBudget } from "./policy.ts";
export type * from "./policy.ts";
export type * from "./policy-definition.ts";
export type * from "./public-key-definition.ts";
export { servicesOf } from "./services-of.ts";
export { workloadServices } from "./workload-services.ts";
export { usualBackoff, type Retries } from "./retries.ts";
export type * from "./provider.ts";
export type * from "./provider-definition.ts";
export { effectiveTelemetry, providerUses, type ProviderUse } from "./provider-uses.ts";
export { parseMesh, type ParseOptions } from "./parse-mesh.ts";
export type * from "./telemetry.ts";
export type * from "./telemetry-definition.ts";
export { isUnderPath, underPath } from "./under-path.ts";
export { isVisibleIn, type Visibility } from "./visibility.ts";
export * from "./vocabulary.ts";
