import { z } from "zod";
import { parseDuration, type DurationText, type Milliseconds } from "../duration.ts";
import { listOf, mapOf, onlyFieldsOf } from "./as-written.ts";
import { textFormats, type TextFormat } from "./text-format.ts";

/** Longest time that a timeout can have: a day. */
const maxDuration: Milliseconds = 86_400_000;

// In all of these the error text of a schema completes "allowed: …"; `issueDiagnostics` makes the sentence and the fix.

/** Text of one of the model's formats. */
export function text(format: TextFormat): z.ZodString {
  const error = format.allowed;
  return z.string({ error }).regex(format.pattern, { error }).max(format.max, { error });
}

/** Any text that is not empty. */
export function anyText(allowed = "text that is not empty"): z.ZodString {
  return z.string({ error: allowed }).min(1, { error: allowed });
}

/** A whole number, both ends included. */
export function wholeNumber(min: number, max: number): z.ZodNumber {
  const error = `a whole number from ${String(min)} to ${String(max)}`;
  return z.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

/** A share of all, 0 to 100, with at most four decimals. */
export function percent(): z.ZodNumber {
  const error = "a percentage from 0 to 100 with at most four decimals";
  return z
    .number({ error })
    .min(0, { error })
    .max(100, { error })
    .refine((value) => Number(value.toFixed(4)) === value, { error });
}

/** True or false. */
export function flag(): z.ZodBoolean {
  return z.boolean({ error: "true or false" });
}

/** One word of a list. */
export function oneOf<const Values extends readonly string[]>(
  values: Values,
): z.ZodEnum<{ [Value in Values[number]]: Value }> {
  return z.enum(values, { error: values.join(", ") });
}

/** A span of time, read into milliseconds. */
export function duration(): z.ZodType<Milliseconds, DurationText> {
  const error = textFormats.duration.allowed;
  const schema = text(textFormats.duration)
    .refine(
      (value) => {
        const time = parseDuration(value);
        return time !== undefined && time > 0 && time <= maxDuration;
      },
      { error, params: { code: "HED1010", fix: textFormats.duration.fix } },
    )
    .transform((value) => parseDuration(value) ?? 0);
  // The pattern admits exactly the texts of the type, which TypeScript cannot derive from a regular expression.
  return schema as unknown as z.ZodType<Milliseconds, DurationText>;
}

/** An object with these keys and no others, read in the order of the shape. */
export function strict<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, { error: keysOf(shape) });
}

/** The same for what there are thousands of, and normalising takes apart field by field: in the author's order. */
export function strictAsWritten<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): z.ZodObject<Shape, z.core.$strict> {
  return onlyFieldsOf(shape, { error: keysOf(shape) });
}

function keysOf(shape: z.core.$ZodLooseShape): z.core.$ZodErrorMap {
  const keys = Object.keys(shape).join(", ");
  return (issue) => (issue.code === "unrecognized_keys" ? keys : `a map with the keys ${keys}`);
}

/** A map from names to values of one kind. */
export function map<Value extends z.ZodType>(
  name: TextFormat,
  value: Value,
): z.ZodRecord<z.ZodString, Value> {
  const error = (): string => `a map by name; a name is ${name.allowed}`;
  return mapOf(value, { name: text(name), error });
}

/** A list of values of one kind. */
export function list<Item extends z.ZodType>(item: Item, allowed: string): z.ZodArray<Item> {
  return listOf(item, { error: () => allowed });
}

/** Whether a map has at least one entry. */
export function isNotEmpty(given: object): boolean {
  return Object.keys(given).length > 0;
}
