import { closest, onlyClose } from "../../../model/closest.ts";
import { camelCase } from "./camel-case.ts";
import type { Decoding } from "./decoding.ts";

/** Notes a field that a message does not have. It is renamed where only one name is near, and nothing else has that. */
export function addUnknownField(
  decoding: Decoding,
  key: string,
  names: readonly string[],
  beside: Readonly<Record<string, unknown>>,
): void {
  const near = onlyClose(key, names);
  const path = [...decoding.path, key];
  decoding.problems.push({
    kind: "unknown",
    path,
    message: `the field \`${key}\` does not exist here; fields: ${names.toSorted().join(", ")}`,
    fix: fixOf(key, names),
    ...(near === undefined || Object.keys(beside).some((each) => camelCase(each) === near)
      ? {}
      : { edits: [{ kind: "rename", path, to: near }] }),
  });
}

/** The nearest field; or one that has the key as its last word, as `typedConfig` has `config`. */
function fixOf(key: string, names: readonly string[]): string {
  const lower = key.toLowerCase();
  const longer = names.filter((each) => lower.length > 3 && each.toLowerCase().endsWith(lower));
  const near = closest(key, names) ?? (longer.length === 1 ? longer[0] : undefined);
  const remove = "remove it: the cluster drops it";
  return near === undefined ? remove : `did you mean \`${near}\`? Otherwise ${remove}`;
}
