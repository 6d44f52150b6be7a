import type { YamlProblem } from "./yaml-problem.ts";

/** `{{ .Values.name }}` of Helm, `{{ name }}` of others. */
const action = /\{\{/;

/**
 * What is wrong with the documents of one file, once for all of them where they are templates: whoever points at the
 * chart cannot mend its YAML, and wants to know what to check instead.
 */
export function createTemplateFilter(): (
  text: string,
  problems: readonly YamlProblem[],
) => readonly YamlProblem[] {
  let isKnown = false;
  return (text, problems) => {
    if (!problems.some(({ code }) => code === "HED1003") || !action.test(text)) return problems;
    const before = isKnown;
    isKnown = true;
    return before ? [] : problems.slice(0, 1).map(asTemplate);
  };
}

function asTemplate(problem: YamlProblem): YamlProblem {
  return {
    ...problem,
    code: "HED1003",
    message: `${problem.message}; it has {{ … }}, as a template that is filled in before it is applied`,
    fix: "check what comes of it; for Helm: `helm template <release> <chart> | heddle check -`",
  };
}
