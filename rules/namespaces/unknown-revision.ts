import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { virtualPods } from "../../graph/objects/virtual-pods.ts";
import type { Finding, Rule } from "../rule.ts";
import { applicationNamespaces, injectionLabel, revisionLabel } from "./injection-labels.ts";

/** A revision that a namespace or a pod asks for is one of the control planes or tags of the input. */
export const unknownRevision: Rule = {
  id: "namespaces/unknown-revision",
  code: "HED4123",
  severity: "warning",
  summary: "the revision of a namespace or a pod is deployed",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const known = knownRevisions(graph);
    // Without an injector here, the control plane is somewhere else.
    if (known.size === 0) return;
    for (const each of [...applicationNamespaces(graph), ...virtualPods(graph)]) {
      if (each.labels[injectionLabel] !== undefined) continue;
      const revision = each.labels[revisionLabel];
      report(revision, known, each.origin(["metadata", "labels", revisionLabel]), find);
    }
  },
};

function report(
  revision: string | undefined,
  known: ReadonlySet<string>,
  origin: Finding["origin"],
  find: (finding: Finding) => void,
): void {
  if (revision === undefined || known.has(revision)) return;
  const names = [...known].sort().join(", ");
  const message = `no injector serves the revision ${JSON.stringify(revision)}; there are: ${names}`;
  find({
    outcome: "fail",
    origin,
    message,
    fix: `write one of ${names}, or deploy the revision`,
    absent: [],
  });
}

const knownRevisions: (graph: ObjectGraph) => ReadonlySet<string> = perGraph((graph) => {
  const webhooks = objectsOf(graph, "admissionregistration.k8s.io/MutatingWebhookConfiguration");
  const injectors = webhooks.filter(({ name }) =>
    /^istio-(?:sidecar-injector|revision-tag)/.test(name),
  );
  return new Set(
    injectors.flatMap(({ labels }) => [
      labels[revisionLabel] ?? "default",
      labels["istio.io/tag"] ?? "default",
    ]),
  );
});
