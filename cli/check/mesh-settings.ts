import type { Report } from "../../diagnostics/index.ts";
import { closest } from "../../model/closest.ts";
import { everyRule } from "../../rules/every-rule.ts";
import type { RuleSettings } from "../../source/environment-definition.ts";
import type { MeshInput } from "./read-mesh.ts";

/** The severities that the environments of meshes set; says which of them name no rule. */
export function meshSettings(meshes: readonly MeshInput[], report: Report): RuleSettings {
  const known = everyRule.map(({ id }) => id);
  for (const { ruleSettings, positions } of meshes) {
    for (const id of Object.keys(ruleSettings).filter((each) => !known.includes(each))) {
      const path = ["rules", id];
      const near = closest(id, known);
      const position = positions(path);
      report.add({
        code: "HED1009",
        severity: "error",
        path,
        message: `no rule has the id "${id}"; see docs/rules for all of them`,
        fix: near === undefined ? "remove it, or name one of the rules" : `did you mean "${near}"?`,
        ...(position === undefined ? {} : { position }),
      });
    }
  }
  return Object.assign({}, ...meshes.map(({ ruleSettings }) => ruleSettings)) as RuleSettings;
}
