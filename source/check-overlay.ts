import { severities, type Diagnostic, type Path } from "../diagnostics/index.ts";
import { listNames, suggest } from "../model/closest.ts";
import { isPlainObject } from "../model/is-plain-object.ts";
import { map, oneOf } from "../model/schema/field.ts";
import type { TextFormat } from "../model/schema/text-format.ts";
import { issueDiagnostics } from "../model/zod-issues.ts";
import type { RuleSettings } from "./environment-definition.ts";

const ruleId: TextFormat = {
  allowed: "the id of a rule: area/what",
  pattern: /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/,
  max: 100,
  fix: "write the id as in the rule's message, for example routing/split-without-workload",
};

/** Severities of rules by id, as one environment sets them. */
export const ruleSettingsSchema = map(ruleId, oneOf([...severities, "off"]));

/** What identifies a mesh: an overlay cannot say another one. */
const fixed: readonly Path[] = [["apiVersion"], ["name"], ["trust", "domain"]];

/** An overlay split into the changes of the mesh and the settings of rules. */
export interface CheckedOverlay {
  readonly mesh: Record<string, unknown>;
  readonly rules: RuleSettings;
}

/** Checks what only an overlay can get wrong; the merged mesh is checked like any other. */
export function checkOverlay(
  base: unknown,
  overlay: unknown,
  add: (diagnostic: Diagnostic) => void,
): CheckedOverlay | undefined {
  if (!isPlainObject(overlay)) {
    add(misfit([], "an environment is a map of changes", "write it like a part of mesh.yaml"));
    return undefined;
  }
  for (const path of fixed) {
    if (!has(overlay, path)) continue;
    const message = `${path.join(".")} is the same in every environment; allowed: all other keys`;
    add(misfit(path, message, "remove it here; the mesh's own file says it"));
  }
  checkServices(base, overlay, add);
  const { rules, ...mesh } = overlay;
  const parsed = ruleSettingsSchema.safeParse(rules ?? {}, { reportInput: true });
  for (const each of issueDiagnostics(parsed.error?.issues ?? [], ["rules"])) add(each);
  return { mesh, rules: parsed.data ?? {} };
}

/** A service that only an overlay names is a misspelt one far more often than a new one. */
function checkServices(
  base: unknown,
  overlay: Record<string, unknown>,
  add: (diagnostic: Diagnostic) => void,
): void {
  const services = isPlainObject(base) ? base["services"] : undefined;
  if (!isPlainObject(services) || !isPlainObject(overlay["services"])) return;
  const known = Object.keys(services);
  for (const name of Object.keys(overlay["services"])) {
    if (Object.hasOwn(services, name)) continue;
    const message = `the mesh has no service "${name}" to change; it has: ${listNames(known)}`;
    const fix = suggest(name, known, "add the service to the mesh's own file");
    add(misfit(["services", name], message, fix));
  }
}

function has(value: unknown, [key, ...rest]: Path): boolean {
  if (key === undefined) return true;
  return isPlainObject(value) && Object.hasOwn(value, key) && has(value[key], rest);
}

function misfit(path: Path, message: string, fix: string): Diagnostic {
  return { code: "HED1014", severity: "error", path, message, fix };
}
