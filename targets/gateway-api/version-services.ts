import type { Manifest } from "../../graph/index.ts";
import type { WorkloadService } from "../../model/index.ts";
import { service as wholeService } from "../kubernetes/index.ts";
import { versionServiceName } from "./references.ts";

/**
 * The Service of one that is called by a host of its own, which has none otherwise: routes cannot do without it, though
 * they do not know the host.
 */
export function ownHostService(service: WorkloadService): readonly Manifest[] {
  return service.host === undefined ? [] : [wholeService(service)];
}

/**
 * One Service for each version, because a route of the Gateway API sends to Services only. None where the author named
 * no versions: then the service's own is enough.
 */
export function versionServices(service: WorkloadService): readonly Manifest[] {
  if (!service.versioned) return [];
  const { spec, metadata, ...whole } = wholeService(service);
  return service.versions.map(({ name: version }) => ({
    ...whole,
    metadata: {
      ...metadata,
      name: versionServiceName(service.name, version),
      labels: { app: service.name, version },
    },
    spec: { ...(spec as object), selector: { app: service.name, version } },
  }));
}
