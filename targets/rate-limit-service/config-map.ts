import { stringify } from "yaml";
import type { Manifest } from "../../graph/index.ts";
import { countingService, type Mesh } from "../../model/index.ts";
import { rateLimitConfig } from "./rate-limit-config.ts";

/** Name of the ConfigMap from which a service reads what it counts. */
export function limitsConfigName(service: string): string {
  return `${service}-limits`;
}

/**
 * What the service that counts for all reads, one file a mesh, in a folder that the service watches; nothing where the
 * mesh has no such limits.
 */
export function limitsConfigMap(mesh: Mesh): readonly Manifest[] {
  const config = rateLimitConfig(mesh);
  const service = countingService(mesh)?.service;
  if (config === undefined || service === undefined) return [];
  const text = stringify(config, { aliasDuplicateObjects: false, lineWidth: 0 });
  return [
    {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: limitsConfigName(service.name), namespace: service.namespace },
      data: { [`${mesh.name}.yaml`]: text },
    },
  ];
}
