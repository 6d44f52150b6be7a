import { closest } from "../../../model/closest.ts";
import { wrongType, type Decoding, type Field } from "../read/decoding.ts";
import { isRecord, list, mapOf, message, struct } from "../read/shapes.ts";
import * as words from "../read/words.ts";
import { envoyTypes } from "./envoy-types.ts";

type AnyField = Field<unknown>;

/** Types that are written in another way than as an object of their fields. */
const known = new Map<string, AnyField>([
  ["bool", words.flag],
  ["int32", words.int32],
  ["int64", words.int64],
  ["uint32", words.uint32],
  ["uint64", words.uint64],
  ["float", words.float],
  ["double", words.double],
  ["string", words.text],
  ["bytes", words.bytes],
  ["google.protobuf.BoolValue", words.flag],
  ["google.protobuf.BytesValue", words.bytes],
  ["google.protobuf.StringValue", words.text],
  ["google.protobuf.Int32Value", words.int32],
  ["google.protobuf.UInt32Value", words.uint32],
  ["google.protobuf.FloatValue", words.float],
  ["google.protobuf.Int64Value", words.int64],
  ["google.protobuf.UInt64Value", words.uint64],
  ["google.protobuf.DoubleValue", words.double],
  ["google.protobuf.Duration", words.duration],
  ["google.protobuf.Timestamp", words.timestamp],
  ["google.protobuf.Struct", struct],
  ["google.protobuf.Value", (value) => value],
  ["google.protobuf.ListValue", list((value) => value)],
  ["google.protobuf.Any", readAny],
]);

/** Types whose value stands in the field `value` where they are a typed configuration. */
const wrapped = /^google\.protobuf\.(?:\w+Value|Value|Duration|Timestamp|Struct|Any|Empty)$/;

/** Reads a value of a type of Envoy, as Istio does: `uint32`, `[]string`, `envoy.config.cluster.v3.Cluster`. */
export function envoyField(type: string): AnyField {
  let field = known.get(type);
  if (field === undefined) {
    field = makeField(type);
    known.set(type, field);
  }
  return field;
}

function makeField(type: string): AnyField {
  if (type.startsWith("[]")) return list(orNull(envoyField(type.slice(2))));
  if (type.startsWith("{")) {
    const [key = "", value = ""] = type.slice(1).split("}");
    const entries = mapOf(orNull(envoyField(value)), null);
    return key === "string" ? entries : keyed(envoyField(key), entries);
  }
  const { enums, messages } = envoyTypes();
  const names = enums[type];
  if (names !== undefined) return words.oneOf(...names);
  const fields = messages[type];
  if (fields === undefined || fields === null) return struct;
  // Messages hold each other: what is below one is made when it is read.
  const below = Object.entries(fields).map(([name, each]): [string, AnyField] => [
    name,
    (value, decoding) => envoyField(each)(value, decoding),
  ]);
  return message(Object.fromEntries(below));
}

/** In a list or a map `null` is an empty value of its type. */
function orNull(field: AnyField): AnyField {
  return (value, decoding) => (value === null ? null : field(value, decoding));
}

/** A map whose keys are numbers or flags, written as text. */
function keyed(key: AnyField, entries: AnyField): AnyField {
  return (value, decoding) => {
    if (isRecord(value)) {
      for (const each of Object.keys(value)) {
        const meant = each === "true" || each === "false" ? each === "true" : each;
        decoding.path.push(each);
        key(meant, decoding);
        decoding.path.pop();
      }
    }
    return entries(value, decoding);
  };
}

/** A typed configuration: an object that says its type, which must be one that Istio knows. */
function readAny(value: unknown, decoding: Decoding): unknown {
  if (!isRecord(value)) {
    wrongType(decoding, 'an object with "@type"', value);
    return undefined;
  }
  const { "@type": url, ...rest } = value;
  if (typeof url !== "string" || url === "") {
    report(decoding, 'the typed configuration does not say its "@type"', "add it");
    return undefined;
  }
  const name = url.slice(url.lastIndexOf("/") + 1);
  const { messages } = envoyTypes();
  if (messages[name] === undefined) {
    decoding.path.push("@type");
    reportType(decoding, url, name, Object.keys(messages));
    decoding.path.pop();
    return undefined;
  }
  if (!wrapped.test(name)) return envoyField(name)(rest, decoding);
  if (!("value" in rest)) report(decoding, `the ${name} has no \`value\``, "add it");
  return message({ value: envoyField(name) })(rest, decoding);
}

function reportType(decoding: Decoding, url: string, name: string, names: readonly string[]): void {
  const near = closest(name, names);
  const fix = near === undefined ? undefined : `did you mean ${near}?`;
  if (!/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(name)) {
    report(decoding, `${JSON.stringify(url)} is not the name of a type`, fix);
  } else if (/^envoy\.[a-z_.]*\.v[12](?:alpha\d*|beta\d*)?\./.test(name)) {
    report(decoding, `the type ${name} is of a version that Envoy no longer has`, "use its v3");
  } else {
    report(decoding, `Istio does not know the type ${name}`, fix);
  }
}

function report(decoding: Decoding, text: string, fix = "write the name of a message of Envoy") {
  decoding.problems.push({ kind: "type", path: [...decoding.path], message: text, fix });
}
