import type { TextMatch } from "../../model/index.ts";

/** Whether every text that fits the narrow match fits the wide one too. */
export function holdsText(wide: TextMatch, { kind, value }: TextMatch): boolean {
  return wide.kind === "prefix"
    ? value.startsWith(wide.value)
    : kind === "exact" && value === wide.value;
}
