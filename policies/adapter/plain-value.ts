/**
 * Copies a value that Pulumi hands to a policy. Its objects throw when a value that is not known before the deploy is
 * touched; reading by descriptor does not, so that the marks of unknown values come through and can be told apart.
 */
export function plainValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.keys(value).map((key) => {
    const property: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
    return [key, plainValue(property)] as const;
  });
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
