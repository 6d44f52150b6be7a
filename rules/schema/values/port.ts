const highest = 65_535;

export function portProblem(port: number): string | undefined {
  return port >= 1 && port <= highest
    ? undefined
    : `the port ${String(port)} is not between 1 and ${String(highest)}`;
}
