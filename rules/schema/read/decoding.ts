import type { Edit, EditValue, Path } from "../../../diagnostics/index.ts";

/** Something in an object that its kind has no place for. */
export interface ReadProblem {
  /**
   * `type`: the API refuses the object. `unknown`: it drops the field without a word. `definition`: the API refuses the
   * object, though Istio itself could read it.
   */
  readonly kind: "type" | "unknown" | "definition";
  readonly path: Path;
  readonly message: string;
  readonly fix: string;
  readonly edits?: readonly Edit[];
}

/** The state of reading one object: the place that is read now, and the problems so far. */
export interface Decoding {
  readonly path: (string | number)[];
  readonly problems: ReadProblem[];
  /** Whether the API server reads the object first, by the definition of its kind: it takes less than Istio does. */
  readonly served?: boolean;
}

/** Reads one field; `undefined` where the value is not of its type, which is then among the problems. */
export type Field<Value> = (value: unknown, decoding: Decoding) => Value | undefined;

/** What a field reads. */
export type ValueOf<Of> = Of extends Field<infer Value> ? Value : never;

/** Notes that the value at the current place is not of its type. `meant` is the only one that it can stand for. */
export function wrongType(
  decoding: Decoding,
  wanted: string,
  got: unknown,
  meant?: EditValue,
): void {
  const path = [...decoding.path];
  decoding.problems.push({
    kind: "type",
    path,
    message: `${quote(got)} is not ${wanted}`,
    fix: `write ${wanted}`,
    ...(meant === undefined ? {} : { edits: [{ kind: "set", path, value: meant }] }),
  });
}

/** Notes a value that Istio reads and the API server refuses, with the one that both read. */
export function notServed(
  decoding: Decoding,
  wanted: string,
  got: unknown,
  meant: EditValue | undefined,
): void {
  if (decoding.served !== true) return;
  const path = [...decoding.path];
  decoding.problems.push({
    kind: "definition",
    path,
    message: `${quote(got)} is not ${wanted}: Istio could read it, the API server refuses it`,
    fix: meant === undefined ? `write ${wanted}` : `write ${JSON.stringify(meant)}`,
    ...(meant === undefined ? {} : { edits: [{ kind: "set", path, value: meant }] }),
  });
}

const longest = 60;

function quote(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return "this value";
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
