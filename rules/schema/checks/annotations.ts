import type { Place } from "../place.ts";

const dryRun = "istio.io/dry-run";

/** What Go reads as true or false. */
const flags = ["1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False"];

/** Annotations by which parts of Istio talk to each other. */
const internal = [
  "internal.istio.io/webhook-always-reject",
  "internal.istio.io/parents",
  "internal.istio.io/parent-namespace",
];

/** Annotations that Istio refuses in its own kinds. `action` is that of an AuthorizationPolicy, which alone can be tried. */
export function checkAnnotations(
  annotations: Readonly<Record<string, string>>,
  place: Place,
  action: string | undefined,
): void {
  for (const name of internal) {
    if (annotations[name] !== undefined) place.at(name).error("the annotation is Istio's own");
  }
  const tried = annotations[dryRun];
  if (tried === undefined) return;
  const at = place.at(dryRun);
  if (action === undefined) {
    at.error("only an AuthorizationPolicy can be tried", "remove the annotation");
  } else if (action !== "ALLOW" && action !== "DENY") {
    at.error(`a policy of ${action} cannot be tried, one of ALLOW or DENY can`);
  } else if (!flags.includes(tried)) {
    at.error(`${JSON.stringify(tried)} is neither "true" nor "false"`);
  }
}
