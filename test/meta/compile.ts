import { join } from "node:path";
import ts from "typescript";
import { root } from "./read-imports.ts";

/** Doors of the package and the sources behind them. */
const doors = {
  heddle: ["./heddle.ts"],
  "heddle/components": ["./components/index.ts"],
  "heddle/rules": ["./rules/index.ts"],
  "heddle/policies": ["./policies/index.ts"],
  "heddle/bench": ["./bench/index.ts"],
};

/**
 * Type-checks texts as files of a user's project, with the checkout as the package `heddle`. Returns the errors found in
 * each; what is wrong elsewhere is the business of `npm run typecheck`.
 */
export function compile(files: Readonly<Record<string, string>>): Record<string, string[]> {
  const folder = join(root, "test/meta/virtual");
  const virtual = new Map(Object.entries(files).map(([name, text]) => [join(folder, name), text]));
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2024,
    lib: ["lib.es2024.d.ts", "lib.esnext.iterator.d.ts"],
    module: ts.ModuleKind.NodeNext,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    exactOptionalPropertyTypes: true,
    types: ["node"],
    paths: doors,
    baseUrl: root,
  };
  const real = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...real,
    getCurrentDirectory: () => root,
    directoryExists: (path) => path === folder || ts.sys.directoryExists(path),
    fileExists: (file) => virtual.has(file) || real.fileExists(file),
    readFile: (file) => virtual.get(file) ?? real.readFile(file),
    getSourceFile: (file, version, ...rest) => {
      const text = virtual.get(file);
      if (text === undefined) return real.getSourceFile(file, version, ...rest);
      return ts.createSourceFile(file, text, version);
    },
  };
  const program = ts.createProgram([...virtual.keys()], options, host);
  const errors = ([file]: [string, string]): string[] =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(join(folder, file)))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  return Object.fromEntries(Object.entries(files).map((each) => [each[0], errors(each)]));
}
