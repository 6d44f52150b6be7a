import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { importLaw } from "./import-law.ts";
import { readImports, root, type Import } from "./read-imports.ts";

const names = z.record(z.string(), z.string());
const manifest = z
  .object({
    dependencies: names,
    devDependencies: names,
    peerDependencies: names.default({}),
  })
  .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
const dependencies = Object.keys(manifest.dependencies);
const all = [...dependencies, ...Object.keys(manifest.devDependencies)];
const published = Object.keys(importLaw).flatMap(readImports).filter(isPackage);

describe("every dependency", () => {
  test("has a decision record that names it behind its date", () => {
    expect(all.filter((name) => !recorded().has(name))).toEqual([]);
  });

  test("that is recorded is one", () => {
    expect([...recorded()].filter((name) => !all.includes(name))).toEqual([]);
  });

  test("is pinned to one version", () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test("at run time is imported by the package, or by a dependency that asks for it", () => {
    const needed = new Set(published.map(({ to }) => packageName(to)));
    for (const name of dependencies.flatMap(peersOf)) needed.add(name);
    expect(dependencies.filter((name) => !needed.has(name))).toEqual([]);
  });

  test("that the package imports is declared", () => {
    const declared = new Set([...dependencies, ...Object.keys(manifest.peerDependencies)]);
    const missing = published.filter(
      ({ to }) => !to.startsWith("node:") && !declared.has(packageName(to)),
    );
    expect(missing.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });
});

describe("every decision record", () => {
  const records = readdirSync(join(root, "docs/decisions")).filter((file) => /^\d/.test(file));

  test("is numbered without gaps and listed", () => {
    const list = readFileSync(join(root, "docs/decisions/README.md"), "utf8");
    for (const [index, file] of records.sort().entries()) {
      expect(Number(file.slice(0, 3))).toBe(index + 1);
      expect(list).toContain(`](${file})`);
    }
  });

  test.each(records)("%s has date, status, context, decision, consequences", (file) => {
    const text = readFileSync(join(root, "docs/decisions", file), "utf8");
    expect(text).toMatch(/^# \d+\. .+\n\n\d{4}-\d{2}-\d{2} · (accepted|replaced by \d+)/);
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual([
      "Context",
      "Decision",
      "Consequences",
    ]);
  });
});

/** Packages that the records are about. */
function recorded(): Set<string> {
  const folder = join(root, "docs/decisions");
  const heads = readdirSync(folder).map(
    (file) => readFileSync(join(folder, file), "utf8").split("\n")[2] ?? "",
  );
  return new Set(
    heads.flatMap((head) => [...head.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name)),
  );
}

/** What a dependency wants its user to install beside it. */
function peersOf(name: string): string[] {
  const text = readFileSync(join(root, "node_modules", name, "package.json"), "utf8");
  const { peerDependencies } = z
    .object({ peerDependencies: names.default({}) })
    .parse(JSON.parse(text));
  return Object.keys(peerDependencies);
}

function isPackage({ kind }: Import): boolean {
  return kind === "package";
}

function packageName(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}
