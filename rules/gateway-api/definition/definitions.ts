import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a definition says of one value: the part of OpenAPI that the Gateway API uses. */
export interface Definition {
  readonly type?: "object" | "array" | "string" | "integer" | "number" | "boolean";
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Definition>>;
  readonly additionalProperties?: Definition;
  readonly items?: Definition;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Names that tell the entries of a list apart; where there are none, whole entries do. */
  readonly keys?: readonly string[];
  /** Whether there is a value where none is given. */
  readonly default?: true;
}

/** The specs of the kinds of the Gateway API, by type and version; a version may be as another one. */
export interface Definitions {
  readonly kinds: Readonly<Record<string, Readonly<Record<string, Definition | string>>>>;
}

let read: Definitions | undefined;

/**
 * Read from the file beside this one when the first object of the Gateway API needs it. An end-to-end test makes it
 * (`UPDATE_GOLDENS=1`), and compares it with the release that Istio is built with.
 */
export function gatewayApiDefinitions(): Definitions {
  read ??= JSON.parse(
    readFileSync(join(import.meta.dirname, "definitions.json"), "utf8"),
  ) as Definitions;
  return read;
}
