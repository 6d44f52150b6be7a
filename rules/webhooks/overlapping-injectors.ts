import type { Webhook } from "../../graph/kinds/webhook-configuration.ts";
import type { Rule } from "../rule.ts";
import { injectedRevisions, injectors } from "./istio-webhooks.ts";
import { matchesSelector } from "./label-selector.ts";

type Labels = Readonly<Record<string, string>>;

/** At most one injector answers for each pod. */
export const overlappingInjectors: Rule = {
  id: "webhooks/overlapping-injectors",
  code: "HED4170",
  severity: "error",
  summary: "at most one injector answers for a pod",
  covers: ["IST0139"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const revisions = [...injectedRevisions(graph)];
    const namespaces = combinations("istio-injection", ["enabled", "disabled"], revisions);
    const pods = combinations("sidecar.istio.io/inject", ["true", "false"], revisions);
    const matched = injectors(graph).map((injector) => {
      return { ...injector, ...matches(injector.webhook, namespaces, pods) };
    });
    for (const { object, index, name, inNamespaces, ofPods } of matched) {
      const others = matched.filter(
        (other) =>
          other.name !== name &&
          other.inNamespaces.some((each, at) => each && inNamespaces[at] === true) &&
          other.ofPods.some((each, at) => each && ofPods[at] === true),
      );
      if (others.length === 0) continue;
      const names = [...new Set(others.map((each) => each.name))].sort().join(", ");
      find({
        outcome: "fail",
        origin: object.origin(["webhooks", index]),
        message: `the injector ${name} matches pods that ${names} matches too, and they may be injected twice`,
        fix: "make the selectors exclude each other, or remove the injector that is left from an older installation",
      });
    }
  },
};

/** Labels that decide on injection, in every combination: none, each value, each with each revision. */
function combinations(key: string, values: readonly string[], revisions: readonly string[]) {
  const plain: readonly Labels[] = [{}, ...values.map((value) => ({ [key]: value }))];
  const revised = revisions.flatMap((revision) =>
    plain.map((labels): Labels => ({ ...labels, "istio.io/rev": revision })),
  );
  return [...plain, ...revised];
}

function matches(webhook: Webhook, namespaces: readonly Labels[], pods: readonly Labels[]) {
  return {
    inNamespaces: namespaces.map((each) => matchesSelector(webhook.namespaceSelector, each)),
    ofPods: pods.map((each) => matchesSelector(webhook.objectSelector, each)),
  };
}
