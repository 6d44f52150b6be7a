import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { annotationsRules } from "../../rules/annotations/index.ts";
import { namespacesRules } from "../../rules/namespaces/index.ts";
import { objectsRules } from "../../rules/objects/index.ts";
import { runRule } from "../../rules/run-rule.ts";
import { servicesRules } from "../../rules/services/index.ts";
import { webhooksRules } from "../../rules/webhooks/index.ts";
import { workloadsRules } from "../../rules/workloads/index.ts";
import { knownDifferences } from "../differential/known-differences.ts";
import { graphOfYaml } from "./graph-of-yaml.ts";

// `istioctl analyze` leaves out Services, Pods and Namespaces of files, and with them most analyzers of these areas.
// `all-kinds.json` is what the same analyzers, of Istio at the version of the toolchain, say of these files when they
// are given all kinds, as Istio's own tests do (`AddTestReaderKubeSource`).

const folder = join(import.meta.dirname, "../differential");
const agreed = z
  .record(z.string(), z.array(z.string()))
  .parse(JSON.parse(readFileSync(join(folder, "all-kinds.json"), "utf8")));
const rules = [
  ...annotationsRules,
  ...namespacesRules,
  ...objectsRules,
  ...servicesRules,
  ...webhooksRules,
  ...workloadsRules,
];

test.each(Object.entries(agreed))("Istio's analyzers say the same of %s", (file, expected) => {
  const { graph } = graphOfYaml(readFileSync(join(folder, file), "utf8"));
  const found = rules.flatMap((rule) =>
    runRule(graph, rule).flatMap(({ outcome, covers = rule.covers, origin: { object } }) => {
      if (outcome !== "fail" || object === undefined) return [];
      const { kind, namespace, name } = object;
      const place = `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;
      // IST0136 comes from `istioctl x precheck` alone.
      const codes = covers.filter((each) => each.startsWith("IST") && each !== "IST0136");
      return codes.map((code) => `${code} ${place}`);
    }),
  );
  const more = knownDifferences.filter((each) => each.file === file && each.only === "heddle");
  const all = [...expected, ...more.map((each) => each.finding)];
  expect([...new Set(found)].sort()).toEqual(all.sort());
});
