import { join } from "node:path";
import { expect, test } from "vitest";
import { createReport } from "../../../diagnostics/index.ts";
import { readManifests } from "../../../source/read-manifests.ts";
import { temporaryFiles } from "../temporary-files.ts";

const service = (name: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name} }\n`;

test("what kustomize lays over objects is none, unless it is named or somebody takes it as it is", () => {
  const written = "patches: [{ path: ../a/p.yaml }, { path: q.yaml }, { patch: 'kind: Service' }]";
  const folder = temporaryFiles({
    "base/kustomization.yaml": "resources: [a.yaml, both.yaml]\n",
    "base/a.yaml": service("a"),
    "base/both.yaml": service("both"),
    "over/kustomization.yml": `resources: [../base]\n${written}\n`,
    "over/q.yaml": service("a"),
    "over/unsaid.yaml": service("unsaid"),
    "a/p.yaml": service("a"),
    "old/Kustomization": "patchesStrategicMerge:\n- s.yaml\n- ../base/both.yaml\n- |-\n  kind: X\n",
    "old/s.yaml": service("a"),
    "broken/kustomization.yaml": "patches: [{ path: b.yaml }\n",
    "broken/b.yaml": service("b"),
    "odd/kustomization.yaml": "patches: {}\npatchesStrategicMerge: [o.yaml]\n",
    "odd/o.yaml": service("o"),
  });
  const report = createReport();
  const { documents, patches } = readManifests([folder], report);
  const named = documents
    .map(({ manifest }) => (manifest.metadata as { readonly name?: string }).name)
    .filter((name) => name !== undefined);
  expect(named).toEqual(["a", "both", "b", "unsaid"]);
  const below = patches.files.map(({ name }) => name.slice(folder.length + 1));
  expect(below).toEqual(["a/p.yaml", "odd/o.yaml", "old/s.yaml", "over/q.yaml"]);
  expect(report.diagnostics().map(({ code }) => code)).toEqual(["HED1003"]);
  const alone = readManifests([join(folder, "a/p.yaml"), folder], createReport());
  expect(alone.patches.files).toHaveLength(4);
  expect(alone.documents).toHaveLength(documents.length + 1);
});
