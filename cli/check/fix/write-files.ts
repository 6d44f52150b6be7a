import { closeSync, fchmodSync, fsyncSync, openSync, readFileSync, realpathSync } from "node:fs";
import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { Report } from "../../../diagnostics/index.ts";
import type { FixedFile } from "./fix-findings.ts";

const byteOrderMark = "\uFEFF";

/**
 * Writes the fixed texts: each into a file beside the old one, which then takes its name, so that no file is ever half
 * written. Where one of them cannot be written, or was changed by somebody else meanwhile, none is.
 */
export function writeFiles(files: readonly FixedFile[], problems: Report): boolean {
  const written: { readonly temporary: string; readonly target: string }[] = [];
  try {
    for (const each of files) {
      const target = realpathSync(each.file);
      const old = readFileSync(target, "utf8");
      const mark = old.startsWith(byteOrderMark) ? byteOrderMark : "";
      if (old !== mark + each.before) throw new ChangedMeanwhile(each.file);
      const temporary = `${target}.heddle-${String(process.pid)}`;
      written.push({ temporary, target });
      writeAside(temporary, mark + each.after, statSync(target).mode);
    }
    for (const { temporary, target } of written) renameSync(temporary, target);
    return true;
  } catch (error) {
    for (const { temporary } of written) rmSync(temporary, { force: true });
    problems.add({
      code: "HED1065",
      severity: "error",
      path: [],
      message: error instanceof Error ? error.message : String(error),
      fix: "see to it that the files can be written, and try again",
    });
    return false;
  }
}

class ChangedMeanwhile extends Error {
  constructor(file: string) {
    super(`${file} was changed while it was checked; nothing is written`);
  }
}

function writeAside(file: string, text: string, mode: number): void {
  const handle = openSync(file, "wx");
  try {
    fchmodSync(handle, mode & 0o7777);
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
