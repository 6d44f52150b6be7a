import type { Path } from "../../diagnostics/index.ts";
import { isRefused } from "./is-refused.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/** Weights are percent: they must sum to 100. Names the sum and the difference. */
export function checkWeights(
  context: ReferenceContext,
  split: Readonly<Record<string, number>>,
  path: Path,
  hint = "a weight of 0 keeps a version without traffic",
): void {
  if (isRefused(context, path)) return;
  const weights = Object.values(split);
  const difference = weights.reduce((total, weight) => total + weight, 0) - 100;
  if (difference === 0) return;
  const off = String(Math.abs(difference));
  const sum = `weights ${weights.join(" + ")} = ${String(difference + 100)}`;
  const got =
    weights.length === 0 ? "no weights" : `${sum}, ${off} too ${difference < 0 ? "few" : "many"}`;
  addError(context, {
    code: "HED1011",
    path,
    message: `got ${got}; allowed: whole numbers that sum to 100`,
    fix: `${difference < 0 ? "add" : "take away"} ${off}; ${hint}`,
  });
}
