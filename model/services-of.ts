import type { Mesh, Service } from "./mesh.ts";

type Services = Mesh["services"];

const known = new WeakMap<Services, readonly Service[]>();

/** All services of a mesh, by name. Listed once a mesh: everything walks them, and a map of thousands is slow to list. */
export function servicesOf({ services }: { readonly services: Services }): readonly Service[] {
  const listed = known.get(services) ?? Object.values(services);
  known.set(services, listed);
  return listed;
}
