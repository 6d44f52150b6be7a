import type { Path } from "../../diagnostics/index.ts";

/** Whether two places overlap: one is at, above or below the other. `*` stands for any one step. */
export function overlaps(a: Path, b: Path): boolean {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    if (a[index] !== b[index] && a[index] !== "*" && b[index] !== "*") return false;
  }
  return true;
}
