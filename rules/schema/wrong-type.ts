import type { Rule } from "../rule.ts";
import { reportProblems } from "./report-problems.ts";

/** Every field of an object of Istio holds a value of its type. */
export const wrongType: Rule = {
  id: "schema/wrong-type",
  code: "HED4300",
  severity: "error",
  summary: "every value is of the type that its field has",
  covers: ["IST0106"],
  reads: ["objects"],
  needs: [],
  check: reportProblems("type"),
};
