import { addUnknownField } from "./add-unknown-field.ts";
import { camelCase } from "./camel-case.ts";
import { wrongType, type Decoding, type Field, type ValueOf } from "./decoding.ts";

type Fields = Readonly<Record<string, Field<unknown>>>;

/** What a message holds: any of its fields may be left out. */
export type MessageOf<Shape extends Fields> = {
  readonly [Name in keyof Shape]?: ValueOf<Shape[Name]> | undefined;
};

/** Something that only the data plane understands, as long as it is an object. */
export const struct: Field<Readonly<Record<string, unknown>>> = (value, decoding) => {
  if (isRecord(value)) return value;
  wrongType(decoding, "an object", value);
  return undefined;
};

/** Fields that Istio's Protobuf names as JSON does: they have no other name. */
const namedOnce = new Set(["targetRef", "targetRefs"]);

/**
 * A message. Names are as in JSON (`perTryTimeout`) or as in Protobuf (`per_try_timeout`); `null` is "not set". Where every
 * field is read as it is written, which is the rule, the message is the value itself.
 */
export function message<Shape extends Fields>(shape: Shape): Field<MessageOf<Shape>> {
  const fields = new Map(Object.entries(shape));
  return (value, decoding) => {
    // `null` in a list is an empty message.
    if (value === null || value === undefined) return {};
    if (!isRecord(value)) {
      wrongType(decoding, "an object", value);
      return undefined;
    }
    let result: Record<string, unknown> | undefined;
    for (const key in value) {
      const each = value[key];
      let name = key;
      let field = fields.get(key);
      if (field === undefined) {
        name = camelCase(key);
        if (!namedOnce.has(name)) field = fields.get(name);
      }
      let read: unknown;
      if (field === undefined) addUnknownField(decoding, key, [...fields.keys()], value);
      else if (each !== null && each !== undefined) {
        if (name !== key) namedAsInProtobuf(decoding, key, name, value);
        decoding.path.push(key);
        read = field(each, decoding);
        decoding.path.pop();
      }
      if (read === each && name === key && read !== undefined) {
        if (result !== undefined) result[key] = read;
        continue;
      }
      result ??= fieldsBefore(value, key);
      if (read !== undefined) result[name] = read;
    }
    return (result ?? value) as MessageOf<Shape>;
  };
}

/** The fields that come before one. */
function fieldsBefore(
  value: Readonly<Record<string, unknown>>,
  end: string,
): Record<string, unknown> {
  const before: Record<string, unknown> = {};
  for (const key in value) {
    if (key === end) break;
    before[key] = value[key];
  }
  return before;
}

/** A list; an empty one is as if it were not set, as in Protobuf. One that is read as it is written is the value itself. */
export function list<Value>(item: Field<Value>): Field<readonly Value[]> {
  return (value, decoding) => {
    if (!Array.isArray(value)) {
      wrongType(decoding, "a list", value);
      return undefined;
    }
    if (value.length === 0) return undefined;
    let result: Value[] | undefined;
    for (let index = 0; index < value.length; index += 1) {
      const each: unknown = value[index];
      decoding.path.push(index);
      const read = item(each, decoding);
      decoding.path.pop();
      if (read === undefined || read !== each) result ??= value.slice(0, index) as Value[];
      if (read !== undefined) result?.push(read);
    }
    return result ?? (value as readonly Value[]);
  };
}

/** A map from text; an empty one is as if it were not set. */
export function mapOf<Value>(item: Field<Value>, empty?: Value): Field<ReadonlyMap<string, Value>> {
  return (value, decoding) => {
    if (!isRecord(value)) {
      wrongType(decoding, "an object", value);
      return undefined;
    }
    const result = new Map<string, Value>();
    for (const key in value) {
      const each = value[key];
      decoding.path.push(key);
      const read = each === null ? empty : item(each, decoding);
      decoding.path.pop();
      if (read !== undefined) result.set(key, read);
    }
    return result.size === 0 ? undefined : result;
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Istio reads such a name; the API server, which comes first, does not know it. */
function namedAsInProtobuf(
  decoding: Decoding,
  key: string,
  name: string,
  beside: Readonly<Record<string, unknown>>,
) {
  if (decoding.served !== true) return;
  const path = [...decoding.path, key];
  decoding.problems.push({
    kind: "unknown",
    path,
    message: `the field \`${key}\` is \`${name}\` in Kubernetes, which drops what has another name`,
    fix: `write \`${name}\``,
    ...(Object.hasOwn(beside, name) ? {} : { edits: [{ kind: "rename", path, to: name }] }),
  });
}
