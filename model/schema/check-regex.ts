import type { z } from "zod";

/** What backtracking engines know and RE2 refuses: look-around and back-references. */
const notRe2 = /\(\?(?:[=!]|<[=!])|\\[1-9]|\\k</;

/** Refuses expressions that the proxies' engine (RE2) would refuse: there they would only fail on the cluster. */
export function checkRegex(payload: z.core.ParsePayload<string>): void {
  const fault = faultOf(payload.value);
  if (fault === undefined) return;
  payload.issues.push({
    code: "custom",
    input: payload.value,
    message: "a regular expression in RE2 syntax",
    params: { fix: `${fault}; see https://github.com/google/re2/wiki/Syntax` },
  });
}

function faultOf(text: string): string | undefined {
  if (notRe2.test(text)) return "RE2 has no look-around and no back-references: match without them";
  try {
    new RegExp(text, "u");
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : "not a regular expression";
    return `correct the expression (${reason})`;
  }
}
