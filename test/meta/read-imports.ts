import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

/** Root of the checkout. */
export const root = resolve(import.meta.dirname, "../..");

/** One import of one file. */
export interface Import {
  /** Relative to the root. */
  readonly from: string;
  /** A file relative to the root, or the name of a package as written: `node:fs`, `@pulumi/pulumi`. */
  readonly to: string;
  readonly kind: "file" | "package";
}

/** Every import of the sources in a folder: static, re-exported, dynamic, of types only. */
export function readImports(folder: string): Import[] {
  return sourceFiles(folder).flatMap(importsOf);
}

/** TypeScript and JavaScript files below a folder, relative to the root; none where there is no such folder. */
export function sourceFiles(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[mc]?[jt]s$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes("node_modules/"))
    .sort();
}

/** Imports of one file, given relative to the root. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith(".")
        ? { from: file, to: join(dirname(file), fileName), kind: "file" }
        : { from: file, to: fileName, kind: "package" },
    );
}
