import { kubernetesGatewaySpec, kubernetesGatewayType } from "../../graph/kinds/gateway-api.ts";
import { hasNameless } from "../../graph/objects/has-nameless.ts";
import { hasObjects, objectsOf } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { Rule } from "../rule.ts";
import { gatewayOf, isGatewayParent, kubernetesRoutes } from "./routes.ts";

/** Names of Gateways that say no namespace: `kubectl apply -n`, kustomize or Flux give it to them. */
const placeless = perGraph(
  (graph): ReadonlySet<string> =>
    new Set(
      objectsOf(graph, kubernetesGatewayType)
        .filter(({ statedNamespace }) => statedNamespace === undefined)
        .map(({ name }) => name),
    ),
);

/** Every Gateway, and every listener of one, that a route names as its parent is there. */
export const unknownParent: Rule = {
  id: "gateway-api/unknown-parent",
  code: "HED4660",
  severity: "error",
  summary: "a route is attached only to Gateways and listeners that exist",
  covers: ["KIA1401"],
  reads: ["objects", "services"],
  needs: [],
  check(graph, find) {
    const isOpen = hasNameless(graph, kubernetesGatewayType);
    const described = hasObjects(graph, kubernetesGatewayType);
    // Files that hold nothing but routes say nothing about gateways.
    const inhabited = described || graph.services.some(({ external }) => !external);
    for (const { object, spec } of kubernetesRoutes(graph)) {
      for (const [index, parent] of (spec.parentRefs ?? []).entries()) {
        if (!isGatewayParent(parent)) continue;
        const namespace = parent.namespace ?? object.namespace;
        const gateway = gatewayOf(graph, object, parent);
        const origin = object.origin(["spec", "parentRefs", index]);
        if (gateway === undefined) {
          find({
            // Gateways of another namespace are often in other files, and one that says none gets it at the deploy.
            outcome:
              !isOpen &&
              !placeless(graph).has(parent.name ?? "") &&
              (described || (inhabited && namespace === object.namespace))
                ? "fail"
                : "unknown",
            absent: [],
            within: namespace,
            origin,
            message: `is attached to the Gateway ${namespace}/${parent.name ?? ""}, which is not there`,
            fix: "correct the name or the namespace, or add the Gateway",
          });
          continue;
        }
        const listeners = kubernetesGatewaySpec(gateway)?.listeners ?? [];
        const { sectionName, port } = parent;
        const isThere = listeners.some(
          (each) =>
            (sectionName === undefined || each.name === sectionName) &&
            (port === undefined || each.port === port),
        );
        if (isThere || (sectionName === undefined && port === undefined)) continue;
        const names = listeners
          .map((each) => `${each.name ?? ""} (${String(each.port)})`)
          .join(", ");
        const asked = [
          ...(sectionName === undefined ? [] : [`named ${sectionName}`]),
          ...(port === undefined ? [] : [`on port ${String(port)}`]),
        ].join(" ");
        find({
          outcome: "fail",
          origin,
          message: `is attached to a listener ${asked} of Gateway ${namespace}/${gateway.name}, whose listeners are: ${names || "none"}`,
          fix: "correct sectionName or port, or add the listener",
          covers: [],
        });
      }
    }
  },
};
