import { LineCounter, parseDocument, type Document, type ErrorCode, type YAMLError } from "yaml";
import type { Code, Path, Position, Report } from "../diagnostics/index.ts";
import { locate } from "./locate.ts";
import { pathAt } from "./path-at.ts";

/** The data of one file, and where each part of it is written. */
export interface SourceData {
  readonly value: unknown;
  /** Position of a path or of the nearest part of it, and how many of its steps are written. */
  locate(path: Path): { readonly position: Position; readonly depth: number };
}

/** How often aliases may be expanded; more is a bomb, not a mesh. */
const maxAliasCount = 100;

/** Reads one YAML 1.2 document with the core schema; findings carry line and column. */
export function readYaml(file: string, text: string, report: Report): SourceData | undefined {
  const lines = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const add = (problem: Problem, path: Path = [], offset = 0): void => {
    const [code, message, fix] = problem;
    report.add({ code, severity: "error", path, message, fix, position: at(offset) });
  };
  try {
    const document = parse(text, lines);
    const problems = [...document.errors, ...document.warnings];
    for (const each of problems) {
      add(describe(each), pathAt(document, each.pos[0]), each.pos[0]);
    }
    if (problems.length > 0) return undefined;
    const value: unknown = document.toJS({ maxAliasCount });
    if (value === null || value === undefined) {
      add(["HED1005", `${file} is empty`, "describe the mesh in it, or remove the option"]);
      return undefined;
    }
    return {
      value,
      locate(path) {
        const { offset, depth } = locate(document, path);
        return { position: at(offset), depth };
      },
    };
  } catch (error) {
    add(describeThrown(error));
    return undefined;
  }
}

function parse(text: string, lineCounter: LineCounter): Document.Parsed {
  return parseDocument(text, {
    version: "1.2",
    schema: "core",
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
    lineCounter,
  });
}

type Problem = readonly [code: Code, message: string, fix: string];

const known: Partial<Record<ErrorCode, Problem>> = {
  DUPLICATE_KEY: [
    "HED1004",
    "the key is already in this map; allowed: each key once",
    "merge the two, or remove one",
  ],
  MULTIPLE_DOCS: [
    "HED1013",
    "a second document starts here; allowed: one a file",
    'remove the "---", or move the second document into its own file',
  ],
  TAB_AS_INDENT: [
    "HED1003",
    "a tab is used as indentation; allowed: spaces",
    "replace the tab by spaces",
  ],
  TAG_RESOLVE_FAILED: [
    "HED1003",
    "an unknown tag; allowed: plain values, lists and maps",
    "remove the tag",
  ],
};

function describe(error: YAMLError): Problem {
  const [code, message, fix] = known[error.code] ?? [];
  const text = `${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`;
  return [code ?? "HED1003", message ?? `not YAML: ${text}`, fix ?? "correct the YAML here"];
}

/** The reader throws for what it only sees while it makes data: unknown aliases, bombs, and nesting beyond its stack. */
function describeThrown(error: unknown): Problem {
  if (error instanceof RangeError) {
    return ["HED1006", "the document nests too deep", "write it flatter; a mesh nests ten levels"];
  }
  const text = error instanceof Error ? error.message : String(error);
  if (text.startsWith("Excessive alias count")) {
    return [
      "HED1006",
      `its aliases expand more than ${String(maxAliasCount)} times`,
      "write the repeated parts out",
    ];
  }
  return ["HED1003", `not YAML: ${text}`, "define the anchor (&name) before its alias (*name)"];
}
