import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import {
  requestAuthenticationType,
  requestAuthenticationSpec,
} from "../../graph/kinds/request-authentication.ts";
import { kubernetesGatewaySpec, kubernetesGatewayType } from "../../graph/kinds/gateway-api.ts";
import { telemetrySpec, telemetryType } from "../../graph/kinds/telemetry.ts";
import { wasmPluginSpec, wasmPluginType } from "../../graph/kinds/wasm-plugin.ts";
import { virtualPods } from "../../graph/objects/virtual-pods.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { modeOfNamespace } from "../../graph/objects/injection.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { hasAmbient } from "../ambient/ambient-hosts.ts";
import { isStandardGateway } from "../gateway/standard-gateway.ts";
import { httpConditionOf } from "./http-condition.ts";

/** A policy that only a waypoint can enforce, for workloads in ambient mode. */
export interface AmbientPolicy {
  readonly object: KubernetesObject;
  /** What needs the waypoint. */
  readonly why: string;
  /** It says by `targetRefs` which waypoint or service it is for. */
  readonly targeted: boolean;
  /** The namespace, or a service of it, uses a waypoint. */
  readonly enrolled: boolean;
}

/** Every policy and extension of an ambient namespace that needs HTTP to be understood. */
export const ambientPolicies: (graph: ObjectGraph) => readonly AmbientPolicy[] = perGraph(
  (graph) => (hasAmbient(graph) ? policiesOfAmbient(graph) : []),
);

function policiesOfAmbient(graph: ObjectGraph): readonly AmbientPolicy[] {
  return [
    ...objectsOf(graph, authorizationPolicyType).flatMap((object) => {
      const spec = authorizationPolicySpec(object);
      const path = spec && httpConditionOf(spec);
      return path === undefined
        ? []
        : describe(graph, object, `the condition ${String(path.at(-1))}`, spec);
    }),
    ...objectsOf(graph, requestAuthenticationType).flatMap((object) =>
      describe(graph, object, "a token", requestAuthenticationSpec(object)),
    ),
    ...objectsOf(graph, wasmPluginType).flatMap((object) =>
      describeExtension(graph, object, "a Wasm plugin", wasmPluginSpec(object)),
    ),
    ...objectsOf(graph, telemetryType).flatMap((object) =>
      describeExtension(graph, object, "telemetry of requests", telemetrySpec(object)),
    ),
  ];
}

interface Targets {
  readonly selector?:
    { readonly matchLabels?: Readonly<Record<string, string>> | undefined } | undefined;
  readonly targetRef?: unknown;
  readonly targetRefs?: readonly unknown[] | undefined;
}

function describe(
  graph: ObjectGraph,
  object: KubernetesObject,
  why: string,
  spec: Targets | undefined,
): readonly AmbientPolicy[] {
  const { namespace } = object;
  if (spec === undefined || modeOfNamespace(graph, namespace) !== "ambient") return [];
  const labels = spec.selector?.matchLabels ?? {};
  if (isStandardGateway(labels) || "gateway.networking.k8s.io/gateway-name" in labels) return [];
  const targeted = spec.targetRef !== undefined || (spec.targetRefs ?? []).length > 0;
  return [{ object, why, targeted, enrolled: enrolled(graph).has(namespace) }];
}

/**
 * Gateways of the namespace have extensions without a selector as well, and so has a waypoint: only what selects pods of
 * ambient mode is lost there.
 */
function describeExtension(
  graph: ObjectGraph,
  object: KubernetesObject,
  why: string,
  spec: Targets | undefined,
): readonly AmbientPolicy[] {
  const selects = Object.keys(spec?.selector?.matchLabels ?? {}).length > 0;
  const hasGateway = withGateways(graph).has(object.namespace);
  return describe(graph, object, why, spec).filter(
    ({ enrolled }) => selects || (!enrolled && !hasGateway),
  );
}

const withGateways = perGraph((graph) => {
  const gateways = objectsOf(graph, kubernetesGatewayType).filter(
    (each) => kubernetesGatewaySpec(each)?.gatewayClassName !== "istio-waypoint",
  );
  const pods = virtualPods(graph).filter(({ mode }) => mode === "sidecar");
  return new Set([...gateways, ...pods].map(({ namespace }) => namespace));
});

const waypointLabel = "istio.io/use-waypoint";

/** Namespaces that use a waypoint, or of which something does. */
const enrolled = perGraph((graph) => {
  const namespaces = new Set<string>();
  for (const { type, namespace, name, labels } of graph.objects) {
    const waypoint = labels[waypointLabel];
    if (waypoint === undefined || waypoint === "none") continue;
    namespaces.add(type === "/Namespace" ? name : namespace);
  }
  return namespaces;
});
