import prettier from "prettier";
import { allTargets } from "../targets/all.ts";
import { featureNames, features, type Feature } from "../targets/features.ts";
import type { Target } from "../targets/target.ts";
import { renderProofs } from "./render-proofs.ts";

/** The page of what each target can express. */
export async function renderTargets(): Promise<string> {
  const names = allTargets.map(({ name }) => name);
  const rows = featureNames.map((feature) => {
    const cells = allTargets.map((target) => cell(target, feature));
    return `| \`${feature}\` | ${features[feature].summary} | ${cells.join(" | ")} |`;
  });
  const page = [
    "# Targets",
    "A mesh is compiled to one or more targets. This is the list of what a mesh can say and of what each target does " +
      "with it. What a target cannot express is an error ([HED3001](errors.md#hed3001)) with the nearest alternative, " +
      "at the place where it is said; an author can accept a loss by the feature's name. A feature is entered in " +
      "`targets/features.ts`, and no target compiles until it has decided on it. Written by `npm run docs`.",
    [
      `| feature | what | ${names.join(" | ")} |`,
      `| - | - | ${names.map(() => "-").join(" | ")} |`,
      ...rows,
    ].join("\n"),
    ...allTargets.flatMap(losses),
    renderProofs(),
  ].join("\n\n");
  return prettier.format(page, { parser: "markdown", printWidth: 100 });
}

function cell(target: Target, feature: Feature): string {
  return target.features[feature] === "yes" ? "yes" : `[no](#what-${target.name}-loses)`;
}

function losses(target: Target): readonly string[] {
  const lines = featureNames.flatMap((feature) => {
    const support = target.features[feature];
    if (support === "yes") return [];
    return [`- \`${feature}\`: ${support.loss}. Instead: ${support.nearest}.`];
  });
  return lines.length === 0 ? [] : [`## What ${target.name} loses`, lines.join("\n")];
}
