import type { EditValue } from "../../../diagnostics/index.ts";
import { onlyClose } from "../../../model/closest.ts";
import { durationNanoseconds } from "../values/duration.ts";
import { notServed, wrongType, type Field } from "./decoding.ts";

// The scalar types of Protobuf, read as Istio reads JSON: numbers may be written as text, nothing else is converted.
// The API server takes neither that nor the number of an enum.

export const text = scalar(
  "text (put it in quotes)",
  (value) => (typeof value === "string" ? value : undefined),
  (value) =>
    typeof value === "boolean" || Number.isSafeInteger(value) ? String(value) : undefined,
);

export const flag = scalar(
  "true or false",
  (value) => (typeof value === "boolean" ? value : undefined),
  (value) => (value === "true" ? true : value === "false" ? false : undefined),
);

/** Nanoseconds. */
export const duration = scalar('a duration with a unit, such as "500ms" or "5s"', (value) =>
  typeof value === "string" ? durationNanoseconds(value) : undefined,
);

export const double = numeric("a number", asNumber);

/** A number of 32 bits. */
export const float = numeric("a number", (value) => {
  const number = asNumber(value);
  return Math.abs(number ?? 0) < 2 ** 128 ? number : undefined;
});

/** Binary data, as Base64. */
export const bytes = scalar("Base64", (value) => {
  const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
  if (typeof value !== "string") return undefined;
  return base64.test(value.replaceAll(/[\r\n]/g, "")) ? value : undefined;
});

/** A moment, as text. */
export const timestamp = scalar('a time such as "2030-01-31T12:00:00Z"', (value) => {
  const format = /^\d{4}-\d\d-\d\dT\d\d?:\d\d:\d\d(?:[.,]\d+)?(?:Z|[-+]\d\d:\d\d)$/;
  return typeof value === "string" && format.test(value) ? value : undefined;
});

export const int32 = whole(-(2 ** 31), 2 ** 31 - 1);
export const uint32 = whole(0, 2 ** 32 - 1);
export const int64 = whole(-(2 ** 63), 2 ** 63 - 1);
export const uint64 = whole(0, 2 ** 64 - 1);

function whole(least: number, most: number): Field<number> {
  return numeric(`a whole number from ${String(least)} to ${String(most)}`, (value) => {
    const number = asNumber(value);
    const fits = Number.isInteger(number) && (number ?? 0) >= least && (number ?? 0) <= most;
    return fits ? number : undefined;
  });
}

function asNumber(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string" || !/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(value))
    return;
  return Number(value);
}

/** An enum, read to its name; a number that has no name yet stays a number in text. */
export function oneOf<const Name extends string>(...names: readonly Name[]): Field<Name> {
  const known = new Set<string>(names);
  const wanted = `one of ${names.join(", ")}`;
  const field = scalar(
    wanted,
    (value) => {
      if (typeof value === "number" && value === (value | 0)) {
        return names[value] ?? (String(value) as Name);
      }
      return typeof value === "string" && known.has(value) ? (value as Name) : undefined;
    },
    (value) => (typeof value === "string" ? onlyClose(value, names) : undefined),
  );
  return (value, decoding) => {
    const name = field(value, decoding);
    if (name !== undefined && typeof value === "number") {
      notServed(decoding, wanted, value, names[value]);
    }
    return name;
  };
}

/** A number, or one that is written as text. */
function numeric(wanted: string, read: (value: unknown) => number | undefined): Field<number> {
  const field = scalar(wanted, read);
  return (value, decoding) => {
    const number = field(value, decoding);
    if (number !== undefined && typeof value === "string") {
      notServed(decoding, wanted, value, number);
    }
    return number;
  };
}

/** `meant` says what a value of another type stands for, where it can stand for one thing only. */
function scalar<Value>(
  wanted: string,
  read: (value: unknown) => Value | undefined,
  meant?: (value: unknown) => EditValue | undefined,
): Field<Value> {
  return (value, decoding) => {
    const result = read(value);
    if (result === undefined) wrongType(decoding, wanted, value, meant?.(value));
    return result;
  };
}
