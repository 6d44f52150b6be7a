import { z } from "zod";
import { isPlainObject } from "../model/is-plain-object.ts";
import { meshSchema } from "../model/schema/mesh-schema.ts";
import { ruleSettingsSchema } from "./check-overlay.ts";

/** A JSON Schema (draft 2020-12) as data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The schema of a mesh, from the one that `parseMesh` uses. */
export function meshJsonSchema(): JsonSchema {
  return { title: "Heddle mesh", ...z.toJSONSchema(meshSchema, { io: "input" }) };
}

/**
 * The schema of an environment: the mesh's own, in which nothing is required, `null` removes, and what identifies the
 * mesh is missing.
 */
export function environmentJsonSchema(): JsonSchema {
  const { $schema, $defs, properties } = meshJsonSchema();
  const parts = isPlainObject(properties) ? { ...properties } : {};
  delete parts["apiVersion"];
  delete parts["name"];
  const overlay = Object.fromEntries(
    Object.entries(parts).map(([name, schema]) => [name, removable(relax(schema))]),
  );
  const rules = without(z.toJSONSchema(ruleSettingsSchema, { io: "input" }), "$schema");
  return {
    title: "Heddle environment",
    $schema,
    type: "object",
    properties: { ...withoutTrustDomain(overlay), rules },
    additionalProperties: false,
    // Settings of extensions are values of any depth, which the schema says by a name.
    ...($defs === undefined ? {} : { $defs }),
  };
}

function withoutTrustDomain(parts: Record<string, unknown>): Record<string, unknown> {
  const mtls = z.toJSONSchema(meshSchema.shape.trust.shape.mtls.unwrap(), { io: "input" });
  const trust = {
    type: "object",
    properties: { mtls: { type: mtls.type, enum: mtls.enum } },
    additionalProperties: false,
  };
  return { ...parts, trust };
}

/** Takes away what is required, at every depth of maps; lists are replaced as a whole, so their items stay as they are. */
function relax(schema: unknown): unknown {
  if (!isPlainObject(schema)) return schema;
  const rest = without(schema, "required");
  const { properties, additionalProperties, anyOf } = rest;
  return {
    ...rest,
    ...(isPlainObject(properties) ? { properties: relaxAll(properties) } : {}),
    ...(isPlainObject(additionalProperties)
      ? { additionalProperties: removable(relax(additionalProperties)) }
      : {}),
    ...(Array.isArray(anyOf) ? { anyOf: anyOf.map(relax) } : {}),
  };
}

function relaxAll(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, each]) => [name, removable(relax(each))]),
  );
}

function removable(schema: unknown): unknown {
  return { anyOf: [schema, { type: "null" }] };
}

function without(schema: object, key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== key));
}
