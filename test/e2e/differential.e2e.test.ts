import { globSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createReport } from "../../diagnostics/index.ts";
import { liftGraph } from "../../graph/lift-graph.ts";
import type { Manifest } from "../../graph/manifest.ts";
import { allRules, runRule } from "../../rules/index.ts";
import { readManifests } from "../../source/read-manifests.ts";
import { ensureTools } from "../../tools/index.ts";
import { knownDifferences, notFromFiles } from "../differential/known-differences.ts";

const folder = join(import.meta.dirname, "../differential");
const files = globSync("**/*.yaml", { cwd: folder }).sort();

let istioctl: string;
beforeAll(async () => {
  ({ istioctl } = await ensureTools(["istioctl"]));
});

const messages = z.array(z.object({ code: z.string(), origin: z.string() })).nullable();

/** What istioctl says of a file. */
interface Said {
  /** `IST0101 VirtualService shop/cart`, once for an object. */
  readonly found: ReadonlySet<string>;
  /** Documents that it cannot read, and passes over with a warning. */
  readonly skipped: ReadonlySet<number>;
}

async function saidByIstioctl(file: string): Promise<Said> {
  const args = ["analyze", "--all-namespaces", "--use-kube=false", "--output=json", file];
  const { stdout, stderr } = await execa(istioctl, args, { reject: false, timeout: 60_000 });
  expect(stdout, stderr).not.toBe("");
  // Warnings about what it cannot read come before the answer, each with its time.
  const answer = stdout.replaceAll(/^\d{4}-\d\d-\d\dT.*$/gm, "");
  const found = messages.parse(JSON.parse(answer)) ?? [];
  const skipped = [...stdout.matchAll(/^\d{4}-.*error processing .*\[(\d+)\]: .*skipping$/gm)];
  return {
    found: new Set(found.map(({ code, origin }) => `${code} ${origin}`)),
    skipped: new Set(skipped.map(([, index]) => Number(index))),
  };
}

/** The same of Heddle, of the findings that have a code of istioctl, and of the objects that istioctl reads. */
function saidByHeddle(file: string, skipped: Said["skipped"]): ReadonlySet<string> {
  const report = createReport();
  const documents = readManifests([file], report).documents;
  const read = documents.filter(({ document }) => !skipped.has(document));
  const manifests = read.map(({ manifest, locate }) => ({
    manifest: manifest as unknown as Manifest,
    origin: { locate },
  }));
  const graph = liftGraph(manifests, report);
  const found = allRules.flatMap((rule) =>
    runRule(graph, rule).flatMap(({ outcome, covers = rule.covers, origin: { object } }) => {
      if (outcome !== "fail" || object === undefined) return [];
      const { kind, namespace, name } = object;
      const origin = `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;
      return covers.filter((each) => each.startsWith("IST")).map((code) => `${code} ${origin}`);
    }),
  );
  expect(report.diagnostics().filter((each) => each.severity === "error")).toEqual([]);
  return new Set(found);
}

function only(tool: "heddle" | "istioctl", file: string): readonly string[] {
  const known = knownDifferences.filter((each) => each.file === file && each.only === tool);
  return known.map((each) => each.finding).sort();
}

describe("istioctl analyze and Heddle say the same of the same files", () => {
  test("there are files, and every known difference is about one of them", () => {
    expect(files.length).toBeGreaterThan(0);
    for (const { file } of knownDifferences) expect(files).toContain(file);
  });

  test.each(files)("%s", async (file) => {
    const { found: theirs, skipped } = await saidByIstioctl(join(folder, file));
    const ours = saidByHeddle(join(folder, file), skipped);
    const missed = [...theirs].filter((each) => !ours.has(each)).sort();
    const more = [...ours]
      .filter((each) => !theirs.has(each) && !notFromFiles.has(each.slice(0, 7)))
      .sort();
    expect({ missed, more }).toEqual({
      missed: only("istioctl", file),
      more: only("heddle", file),
    });
  });
});
