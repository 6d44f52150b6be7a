import type { Edit, Path } from "../../diagnostics/index.ts";

/** Moves a label or an annotation to where it has an effect, beside the map that it is in. */
export function moveEntry(
  entry: {
    readonly name: string;
    readonly value: string;
    readonly origin: { readonly path: Path };
  },
  to: "labels" | "annotations",
): readonly Edit[] {
  const { path } = entry.origin;
  return [
    { kind: "set", path: [...path.slice(0, -2), to, entry.name], value: entry.value },
    { kind: "remove", path },
  ];
}
