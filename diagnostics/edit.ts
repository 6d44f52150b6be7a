import type { Path } from "./path.ts";

/**
 * One change of what the author wrote, as data. A path counts from the root of the object (or of the mesh), as the one
 * of a finding does, with the names that the author used.
 */
export type Edit =
  /** Gives a field this value; the field, and maps that lead to it, are added where they are missing. */
  | { readonly kind: "set"; readonly path: Path; readonly value: EditValue }
  /** Takes a field or an item of a list away. */
  | { readonly kind: "remove"; readonly path: Path }
  /** Gives the last key of the path another name. */
  | { readonly kind: "rename"; readonly path: Path; readonly to: string }
  /** Adds an item at the end of a list. */
  | { readonly kind: "append"; readonly path: Path; readonly value: EditValue };

/** Plain data. */
export type EditValue =
  string | number | boolean | readonly EditValue[] | { readonly [key: string]: EditValue };
