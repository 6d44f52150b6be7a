import type { LabelSelector } from "../../graph/kinds/webhook-configuration.ts";
import { selects } from "../../graph/query.ts";

type Labels = Readonly<Record<string, string>>;
type Requirement = NonNullable<LabelSelector["matchExpressions"]>[number];

/** Whether a selector of Kubernetes matches labels. None at all matches everything, a wrong one nothing. */
export function matchesSelector(selector: LabelSelector | undefined, labels: Labels): boolean {
  if (selector === undefined) return true;
  const { matchLabels = {}, matchExpressions = [] } = selector;
  return selects(matchLabels, labels) && matchExpressions.every((each) => meets(each, labels));
}

function meets({ key = "", operator, values = [] }: Requirement, labels: Labels): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case "In":
      return value !== undefined && values.includes(value);
    case "NotIn":
      return values.length > 0 && (value === undefined || !values.includes(value));
    case "Exists":
      return values.length === 0 && value !== undefined;
    case "DoesNotExist":
      return values.length === 0 && value === undefined;
    default:
      return false;
  }
}
