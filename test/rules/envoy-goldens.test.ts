import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { envoyRules } from "../../rules/envoy/index.ts";
import { runRule } from "../../rules/run-rule.ts";
import { inMap } from "./envoy-manifests.ts";
import { graphOfYaml } from "./graph-of-yaml.ts";

// What Heddle itself writes for an Envoy is the longest sound configuration at hand.
const goldens = globSync("test/cases/*/envoy.yaml", { cwd: join(import.meta.dirname, "../..") });

describe("nothing is found in what Heddle compiles", () => {
  test.each(goldens)("%s", (file) => {
    const text = readFileSync(join(import.meta.dirname, "../..", file), "utf8");
    for (const document of parseAllDocuments(text)) {
      const { graph } = graphOfYaml(inMap(document.toJS()));
      expect(envoyRules.flatMap((rule) => runRule(graph, rule))).toEqual([]);
    }
  });
});
