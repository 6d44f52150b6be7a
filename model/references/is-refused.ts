import type { Path } from "../../diagnostics/index.ts";
import type { ReferenceContext } from "./reference-context.ts";

/** Whether something at or below a place was refused: it is missing in what is checked then, which says nothing new. */
export function isRefused({ report }: ReferenceContext, path: Path): boolean {
  return report
    .diagnostics()
    .some((each) => path.every((segment, index) => each.path[index] === segment));
}
