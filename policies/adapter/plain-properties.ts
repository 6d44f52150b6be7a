/**
 * The properties that Pulumi hands to a policy. Its objects throw when a value that is not known before the deploy is
 * touched; reading by descriptor does not, and what lies deeper is plain, so that the marks of unknown values come
 * through and can be told apart.
 */
export function plainProperties(properties: unknown): Readonly<Record<string, unknown>> {
  if (typeof properties !== "object" || properties === null) return {};
  return Object.fromEntries(
    Object.keys(properties).map((key): [string, unknown] => [
      key,
      Object.getOwnPropertyDescriptor(properties, key)?.value,
    ]),
  );
}
