import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importLaw, outsideTheLaw, withoutPulumi, type Folder } from "./import-law.ts";
import { importsOf, readImports, root, type Import } from "./read-imports.ts";

const folders = Object.keys(importLaw) as Folder[];
const top = (file: string): string => (file.includes("/") ? file.slice(0, file.indexOf("/")) : "");
const print = ({ from, to }: Import): string => `${from} imports ${to}`;

describe("the import law", () => {
  test("every folder with sources is under the law or named as outside of it", () => {
    const known = new Set<string>([...folders, ...outsideTheLaw]);
    const found = readdirSync(root, { withFileTypes: true })
      .filter(
        (entry) => entry.isDirectory() && !/^\.|^(node_modules|dist|coverage)$/.test(entry.name),
      )
      .map((entry) => entry.name)
      .filter((name) => readImports(name).length > 0);
    expect(found.filter((name) => !known.has(name))).toEqual([]);
  });

  test.each(folders)("%s imports only what it may", (folder) => {
    const allowed = new Set<string>([folder, ...importLaw[folder]]);
    const broken = readImports(folder).filter(
      ({ kind, to }) => kind === "file" && !allowed.has(top(to)),
    );
    expect(broken.map(print)).toEqual([]);
  });

  test.each(withoutPulumi)("%s imports nothing of Pulumi", (folder) => {
    const broken = readImports(folder).filter(({ to }) => to.startsWith("@pulumi/"));
    expect(broken.map(print)).toEqual([]);
  });

  test("the law itself lets nobody import what imports it", () => {
    for (const folder of folders) expect(reachable(folder)).not.toContain(folder);
  });

  test("sources are imported by their own name, with the ending .ts", () => {
    const broken = folders
      .flatMap(readImports)
      .filter(({ kind, to }) => kind === "file" && !/\.(ts|json)$/.test(to));
    expect(broken.map(print)).toEqual([]);
  });

  test("the root door loads no Pulumi", () => {
    expect(packagesBehind("heddle.ts").filter((name) => name.startsWith("@pulumi/"))).toEqual([]);
  });
});

/** Folders that a folder may reach through others. */
function reachable(folder: Folder): Folder[] {
  const seen = new Set<Folder>();
  const walk = (from: Folder): void => {
    for (const to of importLaw[from]) {
      if (seen.has(to)) continue;
      seen.add(to);
      walk(to);
    }
  };
  walk(folder);
  return [...seen];
}

/** Packages that a file imports, itself or through others. */
function packagesBehind(entry: string): string[] {
  const seen = new Set([entry]);
  const packages = new Set<string>();
  for (const file of seen) {
    for (const { kind, to } of importsOf(file)) (kind === "file" ? seen : packages).add(to);
  }
  return [...packages];
}
