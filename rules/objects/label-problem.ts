/** What the API server says of a name that is a label of DNS: of a container, or of a port of a Service. */
export function labelProblem(name: string | undefined): string | undefined {
  if (name === undefined || /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(name)) return undefined;
  return `${JSON.stringify(name)} is not a name of lower-case letters, digits and -`;
}
