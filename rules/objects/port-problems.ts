const protocols = ["TCP", "UDP", "SCTP"];

/** What the API server says of the number of a port. */
export function portProblem(port: number | undefined): string | undefined {
  if (port === undefined || (port >= 1 && port <= 65_535)) return undefined;
  return `the port ${String(port)} is not between 1 and 65535`;
}

/** What it says of the name of a container's port: a name of a service, as IANA has them. */
export function portNameProblem(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const isName = /^(?=.*[a-z])(?!.*--)[a-z0-9](?:[-a-z0-9]{0,13}[a-z0-9])?$/.test(name);
  if (isName) return undefined;
  return `${JSON.stringify(name)} is not the name of a port: at most 15 lower-case letters, digits and -, a letter among them`;
}

/** What it says of a protocol of a port. */
export function protocolProblem(protocol: string | undefined): string | undefined {
  if (protocol === undefined || protocols.includes(protocol)) return undefined;
  return `${JSON.stringify(protocol)} is not one of ${protocols.join(", ")}; what is spoken over it is said by appProtocol`;
}
