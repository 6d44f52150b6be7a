import {
  authorizationPolicySpec,
  authorizationPolicyType,
  type AuthorizationPolicySpec,
} from "../../graph/kinds/authorization-policy.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { selects } from "../../graph/query.ts";
import { actionOf, hasTarget, labelsOf } from "../access/sources-of.ts";

/** A policy of access that is in force. */
export interface Policy {
  readonly object: KubernetesObject;
  readonly spec: AuthorizationPolicySpec;
  readonly action: string;
  /** Undefined: every namespace. */
  readonly namespace: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  /** What it is attached to, as text; empty where its selector chooses workloads. */
  readonly target: string;
}

const dryRun = "istio.io/dry-run";

/** The policies that are in force: those in dry-run, and those that cannot be read, are left out. */
export const policiesOf: (graph: ObjectGraph) => readonly Policy[] = perGraph((graph) =>
  objectsOf(graph, authorizationPolicyType).flatMap((object): Policy[] => {
    const spec = authorizationPolicySpec(object);
    if (spec === undefined || object.annotations[dryRun] === "true") return [];
    const { namespace } = object;
    const { targetRef, targetRefs = [] } = spec;
    return [
      {
        object,
        spec,
        action: actionOf(spec),
        namespace: namespace === rootNamespace(graph) ? undefined : namespace,
        labels: labelsOf(spec),
        target: hasTarget(spec) ? JSON.stringify([targetRef, ...targetRefs]) : "",
      },
    ];
  }),
);

/** Whether a policy holds for a pod by its selector. */
export function appliesTo({ namespace, labels, target }: Policy, pod: VirtualPod): boolean {
  return (
    target === "" &&
    (namespace === undefined || namespace === pod.namespace) &&
    selects(labels, pod.labels)
  );
}

/** Whether a policy holds wherever another one does. */
export function isAsWide(wide: Policy, narrow: Policy): boolean {
  if (wide.target !== "" || narrow.target !== "") {
    return wide.target === narrow.target && wide.namespace === narrow.namespace;
  }
  return (
    (wide.namespace === undefined || wide.namespace === narrow.namespace) &&
    selects(wide.labels, narrow.labels)
  );
}
