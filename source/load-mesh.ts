import {
  createReport,
  type Diagnostic,
  type Path,
  type Position,
  type Report,
} from "../diagnostics/index.ts";
import { parseMesh, type Mesh, type MeshDefinition } from "../model/index.ts";
import { checkOverlay } from "./check-overlay.ts";
import type { RuleSettings } from "./environment-definition.ts";
import { createModuleLocator } from "./create-module-locator.ts";
import { createSourceFile } from "./manifests/create-source-file.ts";
import { mergeOverlay } from "./merge-overlay.ts";
import { modulePattern, readModule } from "./read-module.ts";
import { readText } from "./read-text.ts";
import { readYaml, type SourceData } from "./read-yaml.ts";

export interface MeshFiles {
  /** The mesh: `mesh.yaml`, or a module (`.ts`, `.js`) that exports one. */
  readonly file: string;
  /** One environment's changes in YAML: `environments/prod.yaml`. */
  readonly environment?: string;
  /** Texts by file name that are read instead of what the files hold. */
  readonly texts?: ReadonlyMap<string, string>;
}

export interface LoadedMesh {
  readonly mesh: Mesh;
  /** The author's form after the overlay: what a policy pack reads again. */
  readonly definition: MeshDefinition;
  readonly ruleSettings: RuleSettings;
  /** Where a path was written: in the overlay where it says the value, otherwise in the mesh's file. */
  readonly positions: (path: Path) => Position | undefined;
}

/**
 * Reads a mesh and one environment. Adds the findings of both files at once, each at its own line and column, and
 * returns `undefined` where at least one is an error.
 */
export function loadMesh(files: MeshFiles, report: Report): LoadedMesh | undefined {
  const base = readSource(files.file, files, report);
  const overlay =
    files.environment === undefined ? undefined : readSource(files.environment, files, report);
  if (base === undefined) return undefined;
  const positions = (path: Path): Position | undefined => nearest(path, base, overlay);
  let isBroken = files.environment !== undefined && overlay === undefined;
  const add = (diagnostic: Diagnostic): void => {
    isBroken = true;
    const position = overlay?.locate(diagnostic.path).position;
    report.add(position === undefined ? diagnostic : { ...diagnostic, position });
  };
  const changes = overlay === undefined ? undefined : checkOverlay(base.value, overlay.value, add);
  const definition = changes === undefined ? base.value : mergeOverlay(base.value, changes.mesh);
  const mesh = parseMesh(definition, report, { positions });
  if (mesh === undefined || isBroken) return undefined;
  return {
    mesh,
    definition: definition as MeshDefinition,
    ruleSettings: changes?.rules ?? {},
    positions,
  };
}

function readSource(file: string, { texts }: MeshFiles, report: Report): SourceData | undefined {
  if (modulePattern.test(file)) {
    const value = readModule(file, report);
    return value === undefined ? undefined : { value, locate: createLocator(file) };
  }
  const text = texts?.get(file) ?? readText(file, report);
  return text === undefined ? undefined : readYaml(file, text, report);
}

/** Where a module writes its mesh; a file that cannot be read as it was run has only its start. */
function createLocator(file: string): SourceData["locate"] {
  const text = readText(file, createReport()) ?? "";
  const { positionAt } = createSourceFile(file, text);
  const locateIn = createModuleLocator(file, text);
  return (path) => {
    const { offset, depth } = locateIn(path);
    return { position: positionAt(offset), depth };
  };
}

/** The file that says more of the path; where both say all of it, the overlay, whose value holds. */
function nearest(
  path: Path,
  base: SourceData,
  overlay: SourceData | undefined,
): Position | undefined {
  const below = base.locate(path);
  const above = overlay?.locate(path);
  if (above === undefined || above.depth === 0 || above.depth < below.depth) return below.position;
  return above.position;
}
