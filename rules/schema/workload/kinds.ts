import { checkLabels } from "../checks/labels.ts";
import { workload } from "../fields/common.ts";
import { workloadGroupFields, type WorkloadGroup } from "../fields/networking.ts";
import { defineKind } from "../kind.ts";
import { present, type Place } from "../place.ts";
import { checkWorkload } from "./check-workload.ts";
import { checkProbe } from "./probe.ts";

const versions = ["v1", "v1beta1", "v1alpha3"];

export const workloadEntryKind = defineKind({
  type: "networking.istio.io/WorkloadEntry",
  versions,
  spec: workload,
  check: (spec, place) => {
    checkWorkload(spec, place, { names: true });
  },
});

export const workloadGroupKind = defineKind({
  type: "networking.istio.io/WorkloadGroup",
  versions,
  spec: workloadGroupFields,
  check: checkWorkloadGroup,
});

function checkWorkloadGroup({ template, metadata, probe }: WorkloadGroup, place: Place): void {
  if (template === undefined) place.error("the group has no `template`");
  checkLabels(metadata?.labels, place.at("metadata", "labels"));
  present(probe, place.at("probe"), checkProbe);
}
