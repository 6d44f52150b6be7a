import type { Report } from "../diagnostics/index.ts";
import { buildGraph, type Graph } from "../graph/index.ts";
import { closest } from "../model/closest.ts";
import { allRules, checkGraph, everyRule, type Rule } from "../rules/index.ts";
import { loadMesh, type LoadedMesh, type MeshFiles, type RuleSettings } from "../source/index.ts";

/** A mesh that was read without an error, with its graph. */
export interface CheckedMesh extends LoadedMesh {
  readonly graph: Graph;
}

/** Reads a mesh and runs every rule over it, with the severities of the environment. */
export function checkMesh(files: MeshFiles, report: Report): CheckedMesh | undefined {
  const loaded = loadMesh(files, report);
  if (loaded === undefined) return undefined;
  const graph = buildGraph(loaded.mesh, report, { positions: loaded.positions });
  checkGraph(graph, applySettings(allRules, loaded, report), report);
  return { ...loaded, graph };
}

/** The rules with the severities that an environment sets; says which settings name no rule. */
function applySettings(
  rules: readonly Rule[],
  { ruleSettings, positions }: Pick<LoadedMesh, "ruleSettings" | "positions">,
  report: Report,
): readonly Rule[] {
  const known = everyRule.map(({ id }) => id);
  for (const id of Object.keys(ruleSettings).filter((each) => !known.includes(each))) {
    const path = ["rules", id];
    const near = closest(id, known);
    const position = positions(path);
    report.add({
      code: "HED1009",
      severity: "error",
      path,
      message: `no rule has the id "${id}"; allowed: ${known.join(", ")}`,
      fix: near === undefined ? "remove it, or name one of the rules" : `did you mean "${near}"?`,
      ...(position === undefined ? {} : { position }),
    });
  }
  return rules.flatMap((rule) => configure(rule, ruleSettings));
}

function configure(rule: Rule, settings: RuleSettings): Rule[] {
  const severity = Object.hasOwn(settings, rule.id) ? settings[rule.id] : undefined;
  if (severity === "off") return [];
  return [severity === undefined ? rule : { ...rule, severity }];
}
