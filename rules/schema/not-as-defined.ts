import type { Rule } from "../rule.ts";
import { reportProblems } from "./report-problems.ts";

/** Every value is written as the definition of the kind asks: numbers as numbers, words as words. */
export const notAsDefined: Rule = {
  id: "schema/not-as-defined",
  code: "HED4838",
  severity: "error",
  summary: "every value is written as the definition of its kind asks",
  // istioctl and the webhook of Istio read such values, and do not validate the Gateway API.
  covers: [],
  reads: ["objects"],
  needs: [],
  check: reportProblems("definition"),
};
