import { createReport, type Path, type Position, type Report } from "../diagnostics/index.ts";
import { checkReferences } from "./references/check-references.ts";
import { isPlainObject } from "./is-plain-object.ts";
import type { Mesh } from "./mesh.ts";
import { normalizeMesh } from "./normalize/normalize-mesh.ts";
import { reservedKeys } from "./reserved-keys.ts";
import { salvage } from "./salvage.ts";
import { meshSchema } from "./schema/mesh-schema.ts";
import { issueDiagnostics } from "./zod-issues.ts";

export interface ParseOptions {
  /** Where a path of the input was written, for findings that can show it. */
  readonly positions?: (path: Path) => Position | undefined;
}

/**
 * Reads a mesh from anything: an author's literal, parsed YAML, JSON of unknown origin. Checks shape, values and every
 * reference, adds **all** findings to the report at once, and never throws on bad input.
 *
 * @returns the mesh in its one normal form, or `undefined` where at least one error was added.
 */
export function parseMesh(
  input: unknown,
  report: Report,
  options: ParseOptions = {},
): Mesh | undefined {
  const found = createReport();
  const mesh = read(input, found);
  for (const diagnostic of found.diagnostics()) {
    const position = options.positions?.(diagnostic.path);
    report.add(position === undefined ? diagnostic : { ...diagnostic, position });
  }
  return found.has("error") ? undefined : mesh;
}

function read(input: unknown, report: Report): Mesh | undefined {
  for (const each of reservedKeys(input)) report.add(each);
  const parsed = meshSchema.safeParse(input, { reportInput: true });
  const issues = parsed.error?.issues ?? [];
  for (const each of issueDiagnostics(issues)) report.add(each);
  const definition = parsed.success ? parsed.data : salvage(input);
  if (definition === undefined) return undefined;
  const mesh = normalizeMesh(definition);
  const providers = namesIn(input, ["authentication", "providers"]);
  checkReferences({
    definition,
    services: Object.entries(definition.services),
    routes: Object.entries(definition.routes ?? {}),
    mesh,
    names: new Set(namesIn(input, ["services"])),
    providers,
    loginProviders: providers.filter((name) => {
      return namesIn(input, ["authentication", "providers", name]).includes("login");
    }),
    countsForAll: isPlainObject(input) && input["globalLimits"] !== undefined,
    backends: namesIn(input, ["providers"]),
    doubtful: doubtfulServices(issues),
    report,
  });
  return mesh;
}

/** The names of a map of the author's, whatever else is wrong with it. */
function namesIn(input: unknown, path: readonly string[]): readonly string[] {
  let value = input;
  for (const key of path) value = isPlainObject(value) ? value[key] : undefined;
  return isPlainObject(value) ? Object.keys(value) : [];
}

/** Services with an error of their own: what is missing there may only be misspelt, so nothing is said of it. */
function doubtfulServices(
  issues: readonly { readonly path: readonly PropertyKey[] }[],
): Set<string> {
  const own = issues.filter(({ path }) => path[0] === "services" && path.length > 1);
  return new Set(own.map(({ path }) => String(path[1])));
}
