import type { Mesh } from "./mesh.ts";
import type { MtlsMode } from "./vocabulary.ts";

/** What the services of a namespace accept that say nothing themselves: the namespace's mode, else the mesh's. */
export function namespaceMtls(
  { namespaces, trust }: Pick<Mesh, "namespaces" | "trust">,
  namespace: string,
): MtlsMode {
  // Own keys only: a namespace may be called `constructor`.
  const own = Object.hasOwn(namespaces, namespace) ? namespaces[namespace] : undefined;
  return own?.mtls ?? trust.mtls;
}
