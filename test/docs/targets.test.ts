import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { renderTargets } from "../../docs/render-targets.ts";
import { trafficProofs } from "../../docs/traffic-proofs.ts";
import { allTargets } from "../../targets/all.ts";
import { featureNames } from "../../targets/features.ts";
import { root } from "../meta/read-imports.ts";

test("docs/targets.md is current: `npm run docs` writes it", async () => {
  expect(readFileSync(join(root, "docs/targets.md"), "utf8")).toBe(await renderTargets());
});

test("it has every feature", async () => {
  const page = await renderTargets();
  for (const feature of featureNames) expect(page).toContain(`| \`${feature}\``);
});

test("every proof is the title of a test in its file", () => {
  for (const { title, file } of trafficProofs) {
    expect(readFileSync(join(root, file), "utf8")).toContain(title);
  }
});

test("what a target can do is proven by no test of a target that cannot", () => {
  const lost = trafficProofs.filter(({ target, feature }) =>
    allTargets.some((each) => each.name === target && each.features[feature] !== "yes"),
  );
  // A site that says where it is has what the target without sites lacks.
  // The experimental channel has what the standard one, which the page is about, reports as lost.
  expect(new Set(lost.map((each) => `${each.target} ${each.feature}`))).toEqual(
    new Set([
      "envoy policy/locality",
      "envoy routes/retry-other-localities",
      "gateway-api routes/retries",
      "gateway-api routes/retry-on-status",
    ]),
  );
});
