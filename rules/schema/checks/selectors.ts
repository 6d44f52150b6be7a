import type { LabelSelector, TargetRef, WorkloadSelector } from "../fields/common.ts";
import { each, eachEntry, isSet, present, type Place } from "../place.ts";

interface Attached {
  readonly selector?: LabelSelector | undefined;
  readonly targetRef?: TargetRef | undefined;
  readonly targetRefs?: readonly TargetRef[] | undefined;
}

/** What a policy attaches to: a selector or targets, not both. */
export function checkAttachment(policy: Attached, place: Place): void {
  const { selector, targetRef, targetRefs = [] } = policy;
  const ways = [selector !== undefined, targetRef !== undefined, targetRefs.length > 0];
  if (ways.filter(Boolean).length > 1) {
    place.error(
      "only one of `selector`, `targetRef` and `targetRefs` can be set",
      "keep the one that is meant",
    );
  }
  present(selector, place.at("selector"), checkLabelSelector);
  present(targetRef, place.at("targetRef"), checkTargetRef);
  each(targetRefs, place.at("targetRefs"), checkTargetRef);
}

/** `selector` of security and telemetry kinds. */
export function checkLabelSelector({ matchLabels }: LabelSelector, place: Place): void {
  checkSelected(matchLabels, place.at("matchLabels"));
  if ((matchLabels?.size ?? 0) === 0) {
    place.warn(
      "the selector has no labels, and selects every workload",
      "add labels, or remove the selector",
    );
  }
}

/** `workloadSelector` of networking kinds; whether it is without fault decides if the rest is looked at. */
export function checkWorkloadSelector(
  selector: WorkloadSelector | undefined,
  place: Place,
): "sound" | "faulty" {
  if (selector === undefined) return "sound";
  if (checkSelected(selector.labels, place.at("labels")) === "faulty") return "faulty";
  if ((selector.labels?.size ?? 0) === 0) {
    place.warn(
      "the selector has no labels: the object holds for the whole namespace",
      "add labels, or remove the selector",
    );
  }
  return "sound";
}

function checkSelected(
  labels: ReadonlyMap<string, string> | undefined,
  place: Place,
): "sound" | "faulty" {
  let outcome: "sound" | "faulty" = "sound";
  eachEntry(labels, place, (key, value, at) => {
    const empty = key === "";
    const wildcard = key.includes("*") || value.includes("*");
    if (empty) at.error("the key of a label is empty");
    if (wildcard) at.error(`a selector has no wildcards: ${JSON.stringify(`${key}=${value}`)}`);
    if (empty || wildcard) outcome = "faulty";
  });
  return outcome;
}

const targets = [
  { group: "", kind: "Service" },
  { group: "networking.istio.io", kind: "ServiceEntry" },
  { group: "gateway.networking.k8s.io", kind: "Gateway" },
  { group: "gateway.networking.k8s.io", kind: "GatewayClass" },
];

function checkTargetRef(ref: TargetRef, place: Place): void {
  if (!isSet(ref.name)) place.error("the target has no `name`");
  if (isSet(ref.namespace)) {
    place.at("namespace").error("a target cannot be in another namespace", "remove `namespace`");
  }
  const group = ref.group === "core" ? "" : (ref.group ?? "");
  if (!targets.some((each) => each.group === group && each.kind === ref.kind)) {
    const allowed = targets.map(
      (each) => `${each.group === "" ? "core" : each.group}/${each.kind}`,
    );
    place.error(`a target is one of ${allowed.join(", ")}, not ${group}/${ref.kind ?? ""}`);
  }
}
