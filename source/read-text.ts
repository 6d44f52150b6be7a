import { readFileSync, statSync } from "node:fs";
import type { Code, Report } from "../diagnostics/index.ts";

/** Largest file that is read. A mesh of a thousand services has about 1 MB. */
const maxBytes = 5 * 1024 * 1024;

const reasons: Readonly<Record<string, readonly [message: string, fix: string]>> = {
  ENOENT: ["there is no such file", "correct the path, or create the file"],
  EACCES: ["it may not be read", "give yourself the right to read it"],
  EISDIR: ["it is a folder", "name a file in it"],
  ENOTDIR: ["a part of its path is not a folder", "correct the path"],
};

/** Reads a UTF-8 text file; `undefined` with a finding where that is not possible. */
export function readText(file: string, report: Report): string | undefined {
  const fail = (code: Code, message: string, fix: string): undefined => {
    const position = { file, line: 1, column: 1 };
    report.add({ code, severity: "error", path: [], message, fix, position });
    return undefined;
  };
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
    if (stat.size > maxBytes) {
      fail("HED1006", ...tooLarge(file, stat.size));
      return;
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) {
      const fix = `save it as UTF-8, for example with: iconv -f latin1 -t utf-8 ${file}`;
      fail("HED1002", `${file} is not UTF-8 text`, fix);
      return;
    }
    const code =
      error instanceof Error && "code" in error ? String(error.code) : "an unknown error";
    const [reason, fix] = reasons[code] ?? [code, "see to it that the file can be read"];
    fail("HED1001", `cannot read ${file}: ${reason}`, fix);
    return;
  }
}

function tooLarge(file: string, bytes: number): [message: string, fix: string] {
  const size = (bytes / 1024 / 1024).toFixed(1);
  return [
    `${file} has ${size} MB; allowed: 5 MB`,
    "split the mesh, or check that it is the right file",
  ];
}
