import type { Report } from "../diagnostics/index.ts";

/**
 * The stages in which sites change; all in one where the author says nothing. What does not name every site once is an
 * error (HED3050).
 */
export function edgeStages(
  sites: readonly string[],
  stages: readonly (readonly string[])[] | undefined,
  report: Report,
): readonly (readonly string[])[] {
  if (stages === undefined) return [sites];
  const named = stages.flat();
  const wrong = [
    ...named.filter((each) => !sites.includes(each)).map((each) => `"${each}" is no site`),
    ...sites.filter((each) => !named.includes(each)).map((each) => `"${each}" is in no stage`),
    ...sites
      .filter((each) => named.indexOf(each) !== named.lastIndexOf(each))
      .map((each) => `"${each}" is named twice`),
  ];
  if (wrong.length > 0) {
    report.add({
      code: "HED3050",
      severity: "error",
      path: ["stages"],
      message: `${wrong.join("; ")}; allowed: each of ${[...sites].sort().join(", ")}, once`,
      fix: "name every site in one stage, or leave out the stages",
    });
  }
  return stages;
}
