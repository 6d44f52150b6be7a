import type { Manifest } from "../graph/index.ts";

/** Kinds of the objects that `Mesh` and `MeshService` make. */
type Kind =
  | "Namespace"
  | "ServiceAccount"
  | "ConfigMap"
  | "Service"
  | "Deployment"
  | "DestinationRule"
  | "VirtualService"
  | "Gateway"
  | "ServiceEntry"
  | "WorkloadEntry"
  | "WorkloadGroup"
  | "Sidecar"
  | "EnvoyFilter"
  | "TrafficExtension"
  | "Telemetry"
  | "PeerAuthentication"
  | "RequestAuthentication"
  | "AuthorizationPolicy";

/**
 * The way to every upstream field: one hook per kind, called with each object of it before it is registered. What it
 * returns is what the cluster gets, and what policy packs see. Name and namespace must stay.
 *
 * @example
 * transform: { destinationRule: (rule) => ({ ...rule, spec: { ...rule.spec, exportTo: ["."] } }) }
 */
export type ManifestTransforms = {
  readonly [Name in Kind as Uncapitalize<Name>]?: (manifest: Manifest) => Manifest;
};

/** The object as its kind's hook wants it. */
export function applyTransform(manifest: Manifest, transforms: ManifestTransforms): Manifest {
  const hook = Object.entries(transforms).find(([name]) => name === hookName(manifest.kind))?.[1];
  return hook === undefined ? manifest : hook(manifest);
}

function hookName(kind: string): string {
  return kind.charAt(0).toLowerCase() + kind.slice(1);
}
