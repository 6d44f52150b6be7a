import { addUnknownField } from "../../schema/read/add-unknown-field.ts";
import type { Decoding } from "../../schema/read/decoding.ts";
import { isRecord } from "../../schema/read/shapes.ts";
import type { Definition } from "./definitions.ts";

/** Notes what the API server refuses in a value, and the fields that it drops. `null` is as if nothing were there. */
export function checkDefinition(value: unknown, definition: Definition, at: Decoding): void {
  if (value === undefined || value === null) return;
  switch (definition.type) {
    case "object":
      if (isRecord(value)) checkFields(value, definition, at);
      else note(at, value, "an object");
      return;
    case "array":
      if (Array.isArray(value)) checkItems(value, definition, at);
      else note(at, value, "a list");
      return;
    case "string":
      if (typeof value === "string") checkText(value, definition, at);
      else note(at, value, "text (put it in quotes)");
      return;
    case "boolean":
      if (typeof value !== "boolean") note(at, value, "true or false");
      return;
    case undefined:
      return;
    default:
      checkNumber(value, definition, at);
  }
}

type Fields = Readonly<Record<string, unknown>>;

function checkFields(value: Fields, definition: Definition, at: Decoding): void {
  const { properties, additionalProperties, required = [] } = definition;
  for (const name of required) {
    if ((value[name] ?? undefined) !== undefined || properties?.[name]?.default) continue;
    problem(at, [name], `\`${name}\` is missing, and required`, `add \`${name}\``);
  }
  // Without either the content is anybody's own.
  if (properties === undefined && additionalProperties === undefined) return;
  for (const [name, each] of Object.entries(value)) {
    const field = own(properties, name) ?? additionalProperties;
    if (field === undefined) addUnknownField(at, name, Object.keys(properties ?? {}), value);
    else
      below(at, name, () => {
        checkDefinition(each, field, at);
      });
  }
}

/** A field may be called `constructor`. */
function own(properties: Definition["properties"], name: string): Definition | undefined {
  return properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function checkItems(value: readonly unknown[], definition: Definition, at: Decoding): void {
  const { minItems = 0, maxItems = Infinity, items = {}, keys } = definition;
  if (value.length < minItems) note(at, value, `a list of at least ${String(minItems)}`);
  if (value.length > maxItems) {
    const wanted = `at most ${String(maxItems)}`;
    problem(at, [], `${String(value.length)} entries; ${wanted} are allowed`, `keep ${wanted}`);
  }
  const seen = new Set<string>();
  for (const [index, each] of value.entries()) {
    below(at, index, () => {
      if (each === null) note(at, each, "a value");
      checkDefinition(each, items, at);
      if (keys === undefined) return;
      const key = JSON.stringify(
        isRecord(each) && keys.length > 0 ? keys.map((name) => each[name]) : each,
      );
      if (seen.has(key)) problem(at, [], "is there twice", "keep one of them");
      seen.add(key);
    });
  }
}

function checkText(value: string, definition: Definition, at: Decoding): void {
  const { minLength = 0, maxLength = Infinity, pattern } = definition;
  if (definition.enum?.includes(value) === false) {
    note(at, value, `one of ${definition.enum.join(", ")}`);
  } else if (value.length < minLength) note(at, value, "a text that says something");
  else if (value.length > maxLength && Array.from(value).length > maxLength) {
    note(at, value, `a text of at most ${String(maxLength)} characters`);
  } else if (pattern !== undefined && !compiled(pattern).test(value)) {
    note(at, value, `of the form ${pattern}`);
  }
}

function checkNumber(value: unknown, definition: Definition, at: Decoding): void {
  const { type, minimum = -Infinity, maximum = Infinity } = definition;
  const wanted = type === "integer" ? "a whole number" : "a number";
  if (typeof value !== "number" || (type === "integer" && !Number.isInteger(value))) {
    note(at, value, wanted);
  } else if (value < minimum || value > maximum) {
    note(at, value, `${wanted} from ${String(minimum)} to ${String(maximum)}`);
  }
}

const patterns = new Map<string, RegExp>();

function compiled(pattern: string): RegExp {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const made = new RegExp(pattern);
  patterns.set(pattern, made);
  return made;
}

function below(at: Decoding, step: string | number, check: () => void): void {
  at.path.push(step);
  check();
  at.path.pop();
}

const longest = 60;

function note(at: Decoding, value: unknown, wanted: string): void {
  const text = JSON.stringify(value);
  const got = text.length > longest ? `${text.slice(0, longest)}…` : text;
  problem(at, [], `${got} is not ${wanted}`, `write ${wanted}`);
}

function problem(at: Decoding, more: readonly string[], message: string, fix: string): void {
  at.problems.push({ kind: "definition", path: [...at.path, ...more], message, fix });
}
