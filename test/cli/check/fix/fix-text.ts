import { planFixes, type PlannedFixes } from "../../../../cli/check/fix/plan-fixes.ts";
import type { CheckResult } from "../../../../cli/check/check-result.ts";
import { createReport, type Diagnostic } from "../../../../diagnostics/index.ts";
import { liftGraph } from "../../../../graph/lift-graph.ts";
import type { Manifest } from "../../../../graph/manifest.ts";
import { allRules } from "../../../../rules/all.ts";
import { checkGraph } from "../../../../rules/check-graph.ts";
import { createSourceFile } from "../../../../source/manifests/create-source-file.ts";
import { readFile } from "../../../../source/manifests/read-file.ts";
import type { ManifestDocument } from "../../../../source/read-manifests.ts";

/** What a check says of one text, and the objects that it read. */
export interface CheckedText extends Pick<CheckResult, "textOf" | "meshFiles"> {
  readonly findings: readonly Diagnostic[];
  readonly documents: readonly ManifestDocument[];
}

/** Checks a text of manifests by all rules. */
export function checkText(text: string): CheckedText {
  const report = createReport();
  const { documents } = readFile(
    createSourceFile("a.yaml", text),
    { strict: false, head: {} },
    report,
  );
  const manifests = documents.map(({ manifest, locate }) => ({
    manifest: manifest as unknown as Manifest,
    origin: { locate },
  }));
  checkGraph(liftGraph(manifests, report), allRules, report);
  const findings = report.diagnostics().filter(({ undecided }) => undecided !== true);
  return { findings, documents, textOf: () => text, meshFiles: new Set() };
}

/** One round of fixes: the new text, what was fixed, and what was refused. */
export function fixText(
  text: string,
  isLeftOut: (finding: Diagnostic) => boolean = () => false,
): Omit<PlannedFixes, "texts"> & { readonly text: string } {
  const { texts, ...rest } = planFixes(checkText(text), isLeftOut);
  return { ...rest, text: texts.get("a.yaml") ?? text };
}
