/**
 * Where a check of the inventory of service-mesh checks is done:
 *
 * - `rules`: by the rules whose documentation names it in `inventory`
 * - `elsewhere`: by another part, which is named: a type, a component, a test
 * - `without`: by none, and why that is right
 * - `open`: by none so far
 */
export type Place =
  "rules" | "open" | { readonly elsewhere: string } | { readonly without: string };

/** A section of the inventory: where each of its checks is done, by the id of the check. */
export type Checks = Readonly<Record<string, Place>>;
