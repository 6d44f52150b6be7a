import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { printPath, type Diagnostic, type Report } from "../../diagnostics/index.ts";

/** Old findings, each with how often it is there. Lines do not count: they move. */
export type Baseline = Map<string, number>;

const schema = z.object({
  version: z.literal(1),
  findings: z.array(z.object({ finding: z.string(), count: z.number().int().positive() })),
});

/** Reads a baseline; `undefined` with a finding where that is not possible. */
export function readBaseline(file: string, report: Report): Baseline | undefined {
  try {
    const { findings } = schema.parse(JSON.parse(readFileSync(file, "utf8")));
    return new Map(findings.map(({ finding, count }) => [finding, count]));
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    report.add({
      code: "HED1016",
      severity: "error",
      path: [],
      message: isMissing ? `there is no baseline ${file}` : `${file} is no baseline`,
      fix: `write it: heddle check … --baseline ${file} --write-baseline`,
      position: { file, line: 1, column: 1 },
    });
    return undefined;
  }
}

/** Writes what is there now, so that only what comes after is reported. */
export function writeBaseline(file: string, findings: readonly Diagnostic[]): void {
  const counts = new Map<string, number>();
  for (const each of findings) {
    const key = keyOf(each);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const content = {
    version: 1,
    findings: sorted.map(([finding, count]) => ({ finding, count })),
  };
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** Takes the old findings out; each is old as often as the baseline has it. */
export function withoutOld(
  findings: readonly Diagnostic[],
  baseline: Baseline,
): readonly Diagnostic[] {
  const left = new Map(baseline);
  return findings.filter((each) => {
    const key = keyOf(each);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
}

function keyOf({ code, resource, path, message }: Diagnostic): string {
  const { kind = "", namespace = "", name = "" } = resource ?? {};
  return [code, `${kind} ${namespace}/${name}`, printPath(path), message].join(" | ");
}
