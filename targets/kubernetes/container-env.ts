import type { Json } from "../../graph/index.ts";
import type { EnvValue, Version, WorkloadService } from "../../model/index.ts";

/**
 * The environment of a workload: who it is (`SERVICE`, `VERSION`, `NAMESPACE`, `POD_NAME`) and where it listens
 * (`<PORT NAME>_PORT`, for example `HTTP_PORT`), then what the author set, which wins over these. Sorted by name.
 */
export function containerEnv(service: WorkloadService, version: Version): Json {
  const given = new Map<string, Json>([
    ["SERVICE", { value: service.name }],
    ["VERSION", { value: version.name }],
    ["NAMESPACE", { value: service.namespace }],
    ["POD_NAME", { valueFrom: { fieldRef: { apiVersion: "v1", fieldPath: "metadata.name" } } }],
    ...service.ports.map(({ name, target }): [string, Json] => [
      `${name.toUpperCase().replaceAll("-", "_")}_PORT`,
      { value: String(target) },
    ]),
    ...Object.entries(version.env).map(([name, value]): [string, Json] => [name, source(value)]),
  ]);
  return [...given]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, ...(value as { [key: string]: Json }) }));
}

function source(value: EnvValue): Json {
  if (typeof value === "string") return { value };
  return { valueFrom: { secretKeyRef: { name: value.secret, key: value.key } } };
}
