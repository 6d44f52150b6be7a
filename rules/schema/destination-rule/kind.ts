import { checkExportTo } from "../checks/export-to.ts";
import { checkLabels } from "../checks/labels.ts";
import { checkLabelSelector } from "../checks/selectors.ts";
import { subsetNameProblem } from "../checks/destination.ts";
import { destinationRuleFields, type DestinationRule } from "../fields/destination-rule.ts";
import { defineKind, type Subject } from "../kind.ts";
import { checkField, checkItems } from "../check-field.ts";
import { present, type Place } from "../place.ts";
import { wildcardDomainProblem } from "../values/dns.ts";
import { checkTrafficPolicy } from "./traffic-policy.ts";

export const destinationRuleKind = defineKind({
  type: "networking.istio.io/DestinationRule",
  versions: ["v1", "v1beta1", "v1alpha3"],
  spec: destinationRuleFields,
  check: checkDestinationRule,
});

function checkDestinationRule(spec: DestinationRule, place: Place, { namespace }: Subject): void {
  place.at("host").error(wildcardDomainProblem(spec.host ?? ""));
  checkField(spec, "trafficPolicy", place, (policy, at) => {
    checkTrafficPolicy(policy, at, namespace);
  });
  const names = new Set<string>();
  checkItems(spec, "subsets", place, ({ name = "", labels, trafficPolicy }, at) => {
    if (names.has(name)) at.at("name").error(`the subset ${JSON.stringify(name)} is defined twice`);
    names.add(name);
    at.at("name").error(subsetNameProblem(name));
    checkLabels(labels, at.at("labels"));
    present(trafficPolicy, at.at("trafficPolicy"), (policy, at) => {
      // Istio does not pass the warnings of a subset on.
      checkTrafficPolicy(policy, at.unheard(), namespace);
    });
  });
  const ownOnly = spec.workloadSelector !== undefined;
  checkExportTo({ exportTo: spec.exportTo, namespace, ownOnly }, place.at("exportTo"));
  checkField(spec, "workloadSelector", place, checkLabelSelector);
}
