import { z } from "zod";
import { fieldsOf, listOf, mapOf } from "../../model/schema/as-written.ts";

// The words that schemas of kinds are made of. Every field is optional, as in Protobuf and in Kubernetes; `null` is
// taken out before (`readKind`), so that a field is there or `undefined`.

/** Any text: also durations (`1.5s`) and names of enums, which rules judge. */
export const text = z.string().optional();

/** A whole number; Protobuf's JSON writes 64-bit ones as text. */
export const whole = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+$/)
      .transform(Number),
  ])
  .optional();

/** Any number. */
export const number = z.number().optional();

export const flag = z.boolean().optional();

/** A port by number or by name. */
export const portRef = z.union([z.number(), z.string()]).optional();

export const texts = listOf(z.string()).optional();

/** Text by text: labels, selectors, headers. */
export const textMap = mapOf(z.string()).optional();

/** Something that is only passed on. */
export const anything = z.unknown().optional();

/** A message: its known fields are typed, others stay. */
export function message<Shape extends z.core.$ZodShape>(shape: Shape) {
  return fieldsOf(shape).optional();
}

/** A list of messages. */
export function messages<Shape extends z.core.$ZodShape>(shape: Shape) {
  return listOf(fieldsOf(shape)).optional();
}

/** Messages by text. */
export function messageMap<Shape extends z.core.$ZodShape>(shape: Shape) {
  return mapOf(fieldsOf(shape)).optional();
}
