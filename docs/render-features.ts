import prettier from "prettier";
import { istioTarget } from "../targets/istio-target.ts";
import { featureNames, features, type Feature } from "../targets/features.ts";
import { caseFeatures } from "./case-features.ts";
import { notMeasured } from "./not-measured.ts";
import { trafficProofs } from "./traffic-proofs.ts";
import { upstreamFields } from "./upstream-fields.ts";

/** The page of what can be said of traffic and security, where Istio keeps it, and which test proves it. */
export async function renderFeatures(): Promise<string> {
  const cases = caseFeatures("istio");
  const rows = featureNames.map((feature) =>
    row([
      features[feature].summary,
      fields(upstreamFields[feature]),
      (cases.get(feature) ?? []).slice(0, 1).map(linkCase).join("") || "–",
      proof(feature),
    ]),
  );
  const page = [
    "# What can be said, and what proves it",
    "Each row is a word of the [model](model.md), the fields of Istio's that it becomes, a case whose golden holds them " +
      "(a real API server and a real istiod take every golden), and the test that measures the effect with requests on " +
      "real proxies, or why none can. Other targets are in [targets](targets.md). " +
      "Written by `npm run docs`; a test finds every named field in a golden.",
    [
      row(["what", "Istio's fields", "case", "measured by"]),
      row(["-", "-", "-", "-"]),
      ...rows,
    ].join("\n"),
    "## Beside the model",
    "What Istio does to traffic has a word above. What a new release adds is written by hand until it has one: beside the " +
      "mesh (`RawManifests`), or on a generated object with `transform`. Both are read and checked like the rest.",
  ].join("\n\n");
  return prettier.format(page, { parser: "markdown", printWidth: 100 });
}

function proof(feature: Feature): string {
  if (istioTarget.features[feature] !== "yes") return "not on Istio: see [targets](targets.md)";
  const proofs = trafficProofs.filter(
    (each) => each.target === "istio" && each.feature === feature,
  );
  const links = new Set(proofs.map(({ title, file }) => `[${title}](../${file})`));
  const [first, ...others] = links;
  if (first === undefined) return withoutRequests(feature);
  return others.length === 0 ? first : `${first} + ${String(others.length)}`;
}

function withoutRequests(feature: Feature): string {
  const reason = notMeasured[feature];
  if (reason === undefined) return "**no requests yet**";
  return `no requests: ${reason.why}; instead: [${reason.title}](../${reason.file})`;
}

/** Fields of one kind in one piece, what they begin with said once. */
function fields(names: readonly string[]): string {
  const byKind = Map.groupBy(names, (name) => name.split(" ", 1).join(""));
  const pieces = [...byKind].map(([kind, all]) => {
    const paths = all.map((name) => name.slice(kind.length + 1));
    const common = commonSteps(paths.map((path) => path.split(".")));
    const start = common.map((step) => `${step}.`).join("");
    const ends = paths.map((path) => path.slice(start.length));
    return `\`${kind} ${start}${ends.length > 1 ? `{${ends.join(", ")}}` : ends.join("")}\``;
  });
  return pieces.join(", ") || "–";
}

/** The steps that all paths begin with, the last one of each left out. */
function commonSteps(paths: readonly (readonly string[])[]): readonly string[] {
  const [first = []] = paths;
  const end = first.findIndex((step, index) =>
    paths.some((path) => path.length <= index + 1 || path[index] !== step),
  );
  return first.slice(0, end === -1 ? first.length : end);
}

function linkCase(name: string): string {
  return `[${name}](../test/cases/${name})`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
