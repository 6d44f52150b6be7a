import type { Diagnostic } from "../../diagnostics/index.ts";

const reasons: Readonly<Record<string, readonly [message: string, fix: string]>> = {
  ENOENT: ["there is no such file or folder", "correct the path"],
  EACCES: ["it may not be read", "give yourself the right to read it"],
  ENOTDIR: ["a part of its path is not a folder", "correct the path"],
  ELOOP: ["its links lead in a circle", "correct the links"],
};

/** What is said of a file that the system does not let us read. */
export function readFailure(file: string, error: unknown): Diagnostic {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  const [reason, fix] = reasons[code] ?? [code, "see to it that the file can be read"];
  return {
    code: "HED1001",
    severity: "error",
    path: [],
    message: `cannot read ${file}: ${reason}`,
    fix,
    position: { file, line: 1, column: 1 },
  };
}
