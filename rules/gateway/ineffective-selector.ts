import type { Edit } from "../../diagnostics/index.ts";
import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import {
  requestAuthenticationSpec,
  requestAuthenticationType,
} from "../../graph/kinds/request-authentication.ts";
import { telemetrySpec, telemetryType } from "../../graph/kinds/telemetry.ts";
import { wasmPluginSpec, wasmPluginType } from "../../graph/kinds/wasm-plugin.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { virtualPods } from "../../graph/objects/virtual-pods.ts";
import { selects } from "../../graph/query.ts";
import { selectsKubernetesGateway, type Labels } from "../access/selector-target.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

const kinds = [
  [authorizationPolicyType, authorizationPolicySpec],
  [requestAuthenticationType, requestAuthenticationSpec],
  [telemetryType, telemetrySpec],
  [wasmPluginType, wasmPluginSpec],
] as const;

/** A policy for a Gateway of the Gateway API refers to it by `targetRefs`. A selector has no effect there. */
export const ineffectiveSelector: Rule = {
  id: "gateway/ineffective-selector",
  code: "HED4481",
  severity: "warning",
  summary: "policies refer to a Gateway of the Gateway API by `targetRefs`",
  covers: ["IST0166"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const [type, specOf] of kinds) {
      for (const object of settledObjects(graph, type, find, "selector")) {
        const { selector, targetRef, targetRefs = [] } = specOf(object) ?? {};
        if (selector === undefined || targetRef !== undefined || targetRefs.length > 0) continue;
        const gateway = gatewayFor(graph, object.namespace, selector.matchLabels ?? {});
        if (gateway === undefined) continue;
        const isByName = Object.keys(selector.matchLabels ?? {}).every((key) => key === label);
        find({
          outcome: "fail",
          origin: object.origin(["spec", "selector"]),
          message: `selects the pods of Gateway ${gateway}, where a selector has no effect`,
          fix: `use targetRefs: [{ group: gateway.networking.k8s.io, kind: Gateway, name: ${gateway} }]`,
          ...(isByName ? { edits: referTo(gateway) } : {}),
        });
      }
    }
  },
};

function referTo(name: string): readonly Edit[] {
  const target = { group: "gateway.networking.k8s.io", kind: "Gateway", name };
  return [
    { kind: "remove", path: ["spec", "selector"] },
    { kind: "set", path: ["spec", "targetRefs"], value: [target] },
  ];
}

const label = "gateway.networking.k8s.io/gateway-name";

/** The Gateway whose pods a selector matches: those of the input, or those that Istio will make. */
function gatewayFor(graph: ObjectGraph, namespace: string, labels: Labels): string | undefined {
  if (selectsKubernetesGateway(graph, namespace, labels)) return labels[label];
  const pods = gatewayPods(graph).get(namespace) ?? [];
  return pods.find((each) => selects(labels, each.labels))?.labels[label];
}

/** Pods of such Gateways, by namespace. */
const gatewayPods = perGraph((graph) => {
  const pods = virtualPods(graph).filter(({ labels }) => Object.hasOwn(labels, label));
  return Map.groupBy(pods, ({ namespace }) => namespace);
});
