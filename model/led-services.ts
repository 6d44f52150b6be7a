import type { Mesh } from "./mesh.ts";

/** Names of these services and of all others that their routes lead to, each once. */
export function ledServices(
  { routes }: Pick<Mesh, "routes">,
  names: readonly string[],
): readonly string[] {
  const others = names.flatMap((name) => {
    const rules = Object.hasOwn(routes, name) ? (routes[name]?.rules ?? []) : [];
    return rules.flatMap(({ destinations = [] }) => destinations.map(({ service }) => service));
  });
  return [...new Set([...names, ...others])];
}
