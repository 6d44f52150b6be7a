import type { Manifest } from "../../graph/index.ts";

/** A namespace with the labels that the mesh product needs. */
export function namespace(name: string, labels: Readonly<Record<string, string>> = {}): Manifest {
  return {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name, ...(Object.keys(labels).length === 0 ? {} : { labels }) },
  };
}
