/** Connections that a proxy has open to all instances of a cluster, by what its admin port says at `/clusters`. */
export function openConnections(clusters: string, name: string): number {
  return clusters
    .split("\n")
    .filter((line) => line.startsWith(`${name}::`))
    .map((line) => Number(/::cx_active::(\d+)$/.exec(line)?.[1] ?? 0))
    .reduce((sum, each) => sum + each, 0);
}
