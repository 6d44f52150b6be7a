import { allTargets } from "../targets/all.ts";
import { featureNames, type Feature } from "../targets/features.ts";
import type { Target } from "../targets/target.ts";
import { caseFeatures } from "./case-features.ts";
import { trafficProofs } from "./traffic-proofs.ts";

/** The table of what shows that a target does what it says: measured, or only compared with a golden. */
export function renderProofs(): string {
  const cells = allTargets.map(proofsOf);
  return [
    "## What proves it",
    "“…” is a test that measures requests on real proxies; the first is named, and how many more there are. " +
      "`case` is a golden below `test/cases`, which a real API server and istiod, or Envoy itself, has taken. What has " +
      "neither is **unproven**. A target that reports a loss has nothing to prove (–).",
    [
      `| feature | ${allTargets.map(({ name }) => name).join(" | ")} |`,
      `| - | ${allTargets.map(() => "-").join(" | ")} |`,
      ...featureNames.map((feature) => {
        return `| \`${feature}\` | ${cells.map((proof) => proof(feature)).join(" | ")} |`;
      }),
    ].join("\n"),
  ].join("\n\n");
}

function proofsOf(target: Target): (feature: Feature) => string {
  const cases = caseFeatures(target.name);
  return (feature) => {
    if (target.features[feature] !== "yes") return "–";
    const measured = trafficProofs
      .filter((each) => each.target === target.name && each.feature === feature)
      .map(({ title }) => title);
    const named = cases.get(feature) ?? [];
    if (measured.length > 0) return first([...new Set(measured)], (title) => `“${title}”`);
    if (named.length > 0) return first(named, (name) => `case \`${name}\``);
    return "**unproven**";
  };
}

function first(names: readonly string[], print: (name: string) => string): string {
  const [name = "", ...others] = names;
  return others.length === 0 ? print(name) : `${print(name)} + ${String(others.length)}`;
}
