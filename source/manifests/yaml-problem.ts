import { YAMLException } from "js-yaml";
import type { Code } from "../../diagnostics/index.ts";

/** What is wrong with a document, and where in its chunk. */
export interface YamlProblem {
  readonly code: Code;
  readonly message: string;
  readonly fix: string;
  readonly offset: number;
}

type Described = Omit<YamlProblem, "offset">;

/** Puts what the parser throws into the words of the project. */
export function describeProblem(error: unknown): YamlProblem {
  if (error instanceof RangeError) return { ...tooDeep, offset: 0 };
  const text = error instanceof Error ? error.message : String(error);
  const known = error instanceof YAMLException ? error : undefined;
  const offset = known?.mark?.position ?? 0;
  return { ...describe(known?.reason ?? text), offset };
}

/** Whether the parser stopped at a key that is there twice. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof YAMLException && error.reason.startsWith("duplicated mapping key");
}

const tooDeep: Described = {
  code: "HED1006",
  message: "the document nests too deep",
  fix: "write it flatter; objects of Kubernetes nest ten to twenty levels",
};

function describe(reason: string): Described {
  if (reason.startsWith("duplicated mapping key")) {
    return {
      code: "HED1004",
      message: "the key is already in this map; allowed: each key once",
      fix: "merge the two, or remove one; Kubernetes takes the last one",
    };
  }
  if (reason.includes("maxDepth")) return tooDeep;
  if (/max(?:Aliases|TotalMergeKeys)/.test(reason)) return tooLarge;
  if (reason.startsWith("tab characters")) {
    return {
      code: "HED1003",
      message: "a tab is used as indentation; allowed: spaces",
      fix: "replace the tab by spaces",
    };
  }
  return { code: "HED1003", message: `not YAML: ${reason}`, fix: "correct the YAML here" };
}

const tooLarge: Described = {
  code: "HED1006",
  message: "its aliases expand too far",
  fix: "write the repeated parts out",
};

/** What is said of a document that cannot be walked through. */
export function expansionProblem(kind: "cyclic" | "too large"): YamlProblem {
  if (kind === "too large") return { ...tooLarge, offset: 0 };
  return {
    code: "HED1006",
    message: "an alias stands inside of what it names, so that the document has no end",
    fix: "write the part out instead of naming it",
    offset: 0,
  };
}

/** What is said of a document that would fill the memory. */
export const tooManyValues: YamlProblem = {
  code: "HED1006",
  message: "the document has more than two and a half million values",
  fix: "split it into several documents, with --- between them",
  offset: 0,
};
