import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import type { Code, Report } from "../../diagnostics/index.ts";
import { createSourceFile } from "./create-source-file.ts";
import type { SourceFile } from "./manifest-document.ts";
import { readFailure } from "./read-failure.ts";

/** Largest input. Sixty thousand objects of usual size have 20 to 50 MB. */
const maxBytes = 128 * 1024 * 1024;

/**
 * Reads a file, or standard input (`-`), as text; `undefined` with a finding where it is none. Where a text is given, the
 * file itself is not read.
 */
export function readSource(file: string, report: Report, given?: string): SourceFile | undefined {
  const name = file === "-" ? "stdin" : file;
  if (given !== undefined) return createSourceFile(name, given);
  try {
    const bytes = readBytes(file);
    const text = typeof bytes === "number" ? undefined : decode(bytes);
    if (text !== undefined) return createSourceFile(name, text);
    report.add(typeof bytes === "number" ? tooLarge(name, bytes) : noText(name));
  } catch (error) {
    report.add(readFailure(name, error));
  }
  return undefined;
}

/** The content, or only its length where that is too much. */
function readBytes(file: string): Buffer | number {
  const handle = file === "-" ? 0 : openSync(file, "r");
  try {
    const { size } = fstatSync(handle);
    if (size > maxBytes) return size;
    const bytes = readFileSync(handle);
    return bytes.length > maxBytes ? bytes.length : bytes;
  } finally {
    if (handle !== 0) closeSync(handle);
  }
}

/** A byte that no text has means a binary file, also where the rest happens to be valid. */
function decode(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function tooLarge(file: string, bytes: number) {
  const size = Math.ceil(bytes / 1024 / 1024);
  return problem("HED1006", file, `${file} has ${String(size)} MB; allowed: 128 MB`, "split it");
}

function noText(file: string) {
  const fix = `leave it out, or save it as UTF-8, for example with: iconv -f utf-16 -t utf-8 ${file}`;
  return problem("HED1002", file, `${file} is not UTF-8 text`, fix);
}

function problem(code: Code, file: string, message: string, fix: string) {
  const position = { file, line: 1, column: 1 };
  return { code, severity: "error", path: [], message, fix, position } as const;
}
