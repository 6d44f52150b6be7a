const dnsLabel = "[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?";
const keyPattern = new RegExp(
  `^(${dnsLabel}(?:\\.${dnsLabel})*/)?((?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$`,
);
const valuePattern = /^(?:(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;

/** What is wrong with a label of Kubernetes. */
export function labelProblem(key: string, value: string): string | undefined {
  const [, prefix = "", name] = keyPattern.exec(key) ?? [];
  if (name === undefined || name.length > 63 || prefix.length > 254) {
    return `${JSON.stringify(key)} is not a valid key of a label`;
  }
  return valuePattern.test(value)
    ? undefined
    : `${JSON.stringify(value)} is not a valid value of a label`;
}
