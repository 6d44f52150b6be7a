import type { Rule } from "../rule.ts";
import { reportProblems } from "./report-problems.ts";

/**
 * Every field of an object of Istio is one of its kind, in the names of JSON (`perTryTimeout`): Kubernetes drops those of
 * Protobuf (`per_try_timeout`), which Istio would read. So is every field of Envoy in the patches of an EnvoyFilter.
 */
export const unknownField: Rule = {
  id: "schema/unknown-field",
  code: "HED4301",
  severity: "warning",
  summary: "every field is one that the kind has",
  covers: [],
  reads: ["objects"],
  needs: [],
  check: reportProblems("unknown"),
};
