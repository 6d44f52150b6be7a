/** A status that a proxy may answer with. */
export function httpStatusProblem(status: number): string | undefined {
  return status >= 200 && status <= 600
    ? undefined
    : `the HTTP status ${String(status)} is not between 200 and 599`;
}
