import { z } from "zod";

// Types of zod for large input. Those of zod itself look at every field that could be there, and copy all that they
// read: for objects of Kubernetes, of whose many fields few are written, that was a sixth of a check. These look only
// at what is written, and give back the value itself as long as no part of it is read as something else. What they
// accept, and what they say of the rest, is the same.

type Type<Same extends z.ZodType> = z.ZodType<z.output<Same>, z.input<Same>>;

/** A map with these fields; others stay as they are. As `z.looseObject`. */
export function fieldsOf<Shape extends z.core.$ZodShape>(
  shape: Shape,
): Type<z.ZodObject<Shape, z.core.$loose>> {
  const fields = Object.entries(shape);
  return new AsWritten({
    type: "custom",
    expected: "object",
    read(input, part) {
      if (!z.core.util.isObject(input)) return undefined;
      let read = input;
      for (const [key, type] of fields) {
        const value = input[key];
        // Without a value an optional field has nothing to say.
        if (value === undefined && type._zod.optin === "optional") continue;
        const result = part(type, value, key);
        if (result === value) continue;
        if (read === input) read = { ...input };
        read[key] = result;
      }
      return read;
    },
  }) as Type<z.ZodObject<Shape, z.core.$loose>>;
}

/** A list. As `z.array`. */
export function listOf<Item extends z.ZodType>(item: Item): Type<z.ZodArray<Item>> {
  return new AsWritten({
    type: "custom",
    expected: "array",
    read(input, part) {
      if (!Array.isArray(input)) return undefined;
      let read: unknown[] = input;
      for (let index = 0; index < input.length; index += 1) {
        const value: unknown = input[index];
        const result = part(item, value, index);
        if (result === value) continue;
        if (read === input) read = [...(input as unknown[])];
        read[index] = result;
      }
      return read;
    },
  }) as Type<z.ZodArray<Item>>;
}

/** Values by text. As `z.record` with any text as key. */
export function mapOf<Value extends z.ZodType>(
  value: Value,
): Type<z.ZodRecord<z.ZodString, Value>> {
  return new AsWritten({
    type: "custom",
    expected: "record",
    read(input, part) {
      if (!z.core.util.isPlainObject(input)) return undefined;
      let read: Record<string, unknown> = input;
      for (const key of Object.keys(input)) {
        const each: unknown = input[key];
        const result = part(value, each, key);
        if (result === each) continue;
        if (read === input) read = { ...input };
        read[key] = result;
      }
      return read;
    },
  }) as Type<z.ZodRecord<z.ZodString, Value>>;
}

/** Reads a part of a value as its type does, and keeps what the type finds wrong with it. */
type ReadPart = (type: z.core.$ZodType, value: unknown, step: string | number) => unknown;

interface Definition extends z.core.$ZodTypeDef {
  readonly expected: "object" | "array" | "record";
  /** The value, or a copy of it where a part is read as something else; undefined where it has another form. */
  readonly read: (input: unknown, part: ReadPart) => unknown;
}

const AsWritten = z.core.$constructor<z.ZodType, Definition>("AsWritten", (type, definition) => {
  z.ZodType.init(type, definition);
  const { expected, read } = definition;
  type._zod.parse = (payload, context) => {
    const { issues } = payload;
    const input: unknown = payload.value;
    // One for all parts, as long as nothing is wrong with them.
    let own: z.core.ParsePayload = { value: undefined, issues: [] };
    const value = read(input, (partType, part, step) => {
      own.value = part;
      const result = partType._zod.run(own, context);
      // Only types of zod's asynchronous kind give promises; no object of a file is read by one.
      if (result instanceof Promise) throw new z.core.$ZodAsyncError();
      if (result.issues.length === 0) return result.value;
      issues.push(...z.core.util.prefixIssues(step, result.issues));
      own = { value: undefined, issues: [] };
      return result.value;
    });
    if (value === undefined) issues.push({ code: "invalid_type", expected, input, inst: type });
    else payload.value = value;
    return payload;
  };
});
