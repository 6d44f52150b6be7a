import type { Json, Manifest } from "../../graph/index.ts";
import type { Service, Visibility, WorkloadService } from "../../model/index.ts";

/**
 * `exportTo` of what belongs to a service; nothing where the whole mesh may see it. `.` is the own namespace.
 * https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService-export_to
 */
export function exportTo({ visibility }: Pick<Service, "visibility">): {
  readonly [key: string]: Json;
} {
  const scopes = scopesOf(visibility);
  return scopes === undefined ? {} : { exportTo: scopes };
}

/** The route of a service, where its visibility ends. */
export function exported(manifest: Manifest, service: Service | undefined): Manifest {
  const scopes = service === undefined ? undefined : scopesOf(service.visibility);
  if (scopes === undefined) return manifest;
  const { spec } = manifest;
  return { ...manifest, spec: { ...(spec as { readonly [key: string]: Json }), exportTo: scopes } };
}

/** Annotations of a service's own object in Kubernetes, which has no field for it. */
export function serviceAnnotations({
  visibility,
}: Pick<WorkloadService, "visibility">): Readonly<Record<string, string>> {
  const scopes = scopesOf(visibility);
  return scopes === undefined ? {} : { "networking.istio.io/exportTo": scopes.join(",") };
}

function scopesOf(visibility: Visibility): readonly string[] | undefined {
  if (visibility.kind === "mesh") return undefined;
  const [, ...others] = visibility.namespaces;
  return [".", ...others];
}
