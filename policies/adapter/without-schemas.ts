/**
 * The properties of a CustomResourceDefinition without the schemas of its versions: no rule reads them, and those of
 * Istio are a megabyte, which every policy of the pack gets anew.
 */
export function withoutSchemas(
  properties: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { spec } = properties;
  if (!isRecord(spec)) return properties;
  const { versions } = spec;
  if (!Array.isArray(versions)) return properties;
  return { ...properties, spec: { ...spec, versions: versions.map(withoutSchema) } };
}

function withoutSchema(version: unknown): unknown {
  if (!isRecord(version)) return version;
  return Object.fromEntries(Object.entries(version).filter(([key]) => key !== "schema"));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
