import { z } from "zod";

// Types of zod for large input. Those of zod itself make something of every field that could be there, and copy all that
// they read: of objects with many fields of which few are written, that was the most of a read. These look only at what
// is written, and give back the value itself as long as no part of it is read as something else: its keys are in the
// author's order. What they accept, and what they say of the rest, is the same.

/** A map with these fields; others stay as they are. As `z.looseObject`. */
export function fieldsOf<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): z.ZodObject<Shape, z.core.$loose> {
  return new Fields({ type: "object", shape, catchall: z.unknown() }) as z.ZodObject<
    Shape,
    z.core.$loose
  >;
}

/** A map with these fields and no others. As `z.strictObject`. */
export function onlyFieldsOf<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  params: { readonly error: z.core.$ZodErrorMap },
): z.ZodObject<Shape, z.core.$strict> {
  return new Fields({ type: "object", shape, catchall: z.never(), ...params }) as z.ZodObject<
    Shape,
    z.core.$strict
  >;
}

/** A list. As `z.array`. */
export function listOf<Item extends z.ZodType>(
  item: Item,
  params: { readonly error?: z.core.$ZodErrorMap } = {},
): z.ZodArray<Item> {
  return new List({ type: "array", element: item, ...params }) as z.ZodArray<Item>;
}

/** Values by text. As `z.record`. */
export function mapOf<Value extends z.ZodType>(
  value: Value,
  {
    name = z.string(),
    ...params
  }: { readonly name?: z.ZodString; error?: z.core.$ZodErrorMap } = {},
): z.ZodRecord<z.ZodString, Value> {
  return new Entries({ type: "record", keyType: name, valueType: value, ...params }) as z.ZodRecord<
    z.ZodString,
    Value
  >;
}

interface Field {
  readonly key: string;
  /** What reads a value; of an optional field what reads the one that is there. */
  readonly type: z.core.$ZodType;
  readonly mayBeLeftOut: boolean;
}

function fieldsIn(shape: z.core.$ZodLooseShape): readonly Field[] {
  return Object.entries(shape).map(([key, type]: readonly [string, z.core.$ZodType]) => {
    const mayBeLeftOut = type._zod.optin === "optional";
    const isPlain = type instanceof z.ZodOptional && (type.def.checks ?? []).length === 0;
    return { key, type: mayBeLeftOut && isPlain ? type.unwrap() : type, mayBeLeftOut };
  });
}

const Fields = z.core.$constructor<z.ZodObject>("FieldsAsWritten", (type, definition) => {
  z.ZodObject.init(type, definition);
  const strict = definition.catchall instanceof z.ZodNever;
  let fields: readonly Field[] | undefined;
  type._zod.parse = (payload, context) => {
    const input: unknown = payload.value;
    if (!z.core.util.isObject(input)) return refuse(payload, type, "object");
    // At first use: until then a shape may name types that are not there yet.
    fields ??= fieldsIn(definition.shape);
    let read = input;
    // By index: an iterator makes something of every field that could be there.
    for (let index = 0; index < fields.length; index += 1) {
      const { key, type: fieldType, mayBeLeftOut } = fields[index] as Field;
      const value = input[key];
      // Without a value an optional field has nothing to say.
      if (value === undefined && mayBeLeftOut) continue;
      const found = payload.issues.length;
      const result = readPart(fieldType, value, key, payload, context);
      const isLeftOut =
        value === undefined && fieldType._zod.optin === undefined && !(key in input);
      if (isLeftOut && payload.issues.length === found) {
        // Its type takes anything, but somebody has to say it.
        const path = [key];
        payload.issues.push({ code: "invalid_type", expected: "nonoptional", input: value, path });
      }
      if (result === value) continue;
      if (read === input) read = { ...input };
      read[key] = result;
    }
    if (strict) {
      const others = Object.keys(input).filter((key) => !Object.hasOwn(definition.shape, key));
      if (others.length > 0) {
        const issue = { code: "unrecognized_keys", keys: others, input, inst: type } as const;
        // The object's own checks still have something to say.
        payload.issues.push({ ...issue, continue: true });
      }
    }
    payload.value = read;
    return payload;
  };
});

const List = z.core.$constructor<z.ZodArray>("ListAsWritten", (type, definition) => {
  z.ZodArray.init(type, definition);
  type._zod.parse = (payload, context) => {
    const input: unknown = payload.value;
    if (!Array.isArray(input)) return refuse(payload, type, "array");
    let read: unknown[] = input;
    for (let index = 0; index < input.length; index += 1) {
      const value: unknown = input[index];
      const result = readPart(definition.element, value, index, payload, context);
      if (result === value) continue;
      if (read === input) read = [...(input as unknown[])];
      read[index] = result;
    }
    payload.value = read;
    return payload;
  };
});

const Entries = z.core.$constructor<z.ZodRecord>("EntriesAsWritten", (type, definition) => {
  z.ZodRecord.init(type, definition);
  const { keyType, valueType } = definition;
  type._zod.parse = (payload, context) => {
    const input: unknown = payload.value;
    if (!z.core.util.isPlainObject(input)) return refuse(payload, type, "record");
    let read: Record<string, unknown> = input;
    let name: z.core.ParsePayload = { value: undefined, issues: [] };
    for (const key of Object.keys(input)) {
      if (key === "__proto__") {
        // As zod: it would be something else to everybody who copies the map.
        read = Object.fromEntries(Object.entries(read).filter(([each]) => each !== key));
        continue;
      }
      name.value = key;
      const named = keyType._zod.run(name, context);
      if (named instanceof Promise) throw new z.core.$ZodAsyncError();
      if (named.issues.length > 0) {
        name = { value: undefined, issues: [] };
        const issues = named.issues.map((issue) =>
          z.core.util.finalizeIssue(issue, context, z.core.config()),
        );
        payload.issues.push({
          code: "invalid_key",
          origin: "record",
          issues,
          input: key,
          path: [key],
          inst: type,
        });
        continue;
      }
      const value: unknown = input[key];
      const result = readPart(valueType, value, key, payload, context);
      if (result === value) continue;
      if (read === input) read = { ...input };
      read[key] = result;
    }
    payload.value = read;
    return payload;
  };
});

function refuse(
  payload: z.core.ParsePayload,
  inst: z.core.$ZodType,
  expected: "object" | "array" | "record",
): z.core.ParsePayload {
  payload.issues.push({ code: "invalid_type", expected, input: payload.value, inst });
  return payload;
}

/** Reads a part of a value as its type does, and keeps what the type finds wrong with it. */
function readPart(
  type: z.core.$ZodType,
  value: unknown,
  step: string | number,
  payload: z.core.ParsePayload,
  context: z.core.ParseContextInternal,
): unknown {
  // That of the whole is lent, as long as nothing is wrong with it: large input has very many parts.
  const isLent = payload.issues.length === 0;
  const own: z.core.ParsePayload = isLent ? payload : { value: undefined, issues: [] };
  own.value = value;
  const result = type._zod.run(own, context);
  // Only types of zod's asynchronous kind give promises; no mesh and no object of a file is read by one.
  if (result instanceof Promise) throw new z.core.$ZodAsyncError();
  const { issues } = result;
  if (issues.length === 0) return result.value;
  if (isLent) {
    payload.issues = [];
    payload.aborted = false;
  }
  payload.issues.push(...z.core.util.prefixIssues(step, issues));
  return result.value;
}
