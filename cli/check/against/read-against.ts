import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { createReport, type Diagnostic, type Report } from "../../../diagnostics/index.ts";
import type { CheckSettings } from "../check-settings.ts";
import { readInput, type CheckInput, type InputSettings } from "../read-input.ts";
import { extractCommit, outsideRepository, type ExtractedCommit } from "./extract-commit.ts";
import { findCommit } from "./git-files.ts";

/** What is deployed now. */
export interface Against {
  readonly input: CheckInput;
  /** What could not be read of it. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the state before: a file or a folder that is there, or else the same paths at a ref of git. `undefined` with
 * findings where there is none of them.
 */
export async function readAgainst(
  against: string,
  settings: CheckSettings,
  problems: Report,
): Promise<Against | undefined> {
  return existsSync(against)
    ? read({ ...settings, ...folderSettings(against, settings) })
    : readCommit(against, settings, problems);
}

/** A folder brings its own environment where it has one of that name; all else is as it is now. */
function folderSettings(folder: string, { environment }: CheckSettings) {
  const own = environment === undefined ? undefined : join(folder, environment);
  return { paths: [folder], ...(own !== undefined && existsSync(own) ? { environment: own } : {}) };
}

async function readCommit(
  ref: string,
  settings: CheckSettings,
  problems: Report,
): Promise<Against | undefined> {
  const commit = await findCommit(ref);
  if ("code" in commit) {
    problems.add(commit);
    return undefined;
  }
  const outside = outsideRepository(commit, settings.paths, ref);
  for (const each of outside) problems.add(each);
  if (outside.length > 0) return undefined;
  const { environment, meshConfig } = settings;
  const beside = [environment, meshConfig].filter((each) => each !== undefined);
  const extracted = await extractCommit(commit, [...settings.paths, ...beside]);
  try {
    const paths = settings.paths.flatMap((path) => extracted.placeOf(path) ?? []);
    if (paths.length > 0) {
      const { folder } = extracted;
      const nameOf = (file: string): string =>
        file.startsWith(folder + sep)
          ? `${ref}:${relative(folder, file).split(sep).join("/")}`
          : file;
      return await read({ ...settings, paths, ...thenOrNow(extracted, settings) }, nameOf);
    }
    problems.add(nothingThere(ref, settings.paths));
    return undefined;
  } finally {
    extracted.remove();
  }
}

/** The environment and MeshConfig of that commit; those of now where it has none. */
function thenOrNow(
  { placeOf }: ExtractedCommit,
  { environment, meshConfig }: CheckSettings,
): Partial<InputSettings> {
  return {
    ...(environment === undefined ? {} : { environment: placeOf(environment) ?? environment }),
    ...(meshConfig === undefined ? {} : { meshConfig: placeOf(meshConfig) ?? meshConfig }),
  };
}

async function read(settings: InputSettings, nameOf?: (file: string) => string): Promise<Against> {
  const report = createReport();
  const input = await readInput(settings, report, nameOf);
  const diagnostics = report.diagnostics().map((each): Diagnostic => {
    const { position } = each;
    if (position === undefined || nameOf === undefined) return each;
    return { ...each, position: { ...position, file: nameOf(position.file) } };
  });
  return { input, diagnostics };
}

function nothingThere(ref: string, paths: readonly string[]): Diagnostic {
  return {
    code: "HED1062",
    severity: "error",
    path: [],
    message: `${ref} has none of ${paths.join(", ")}`,
    fix: "name paths that are there too, or leave --against out for what is new",
  };
}
