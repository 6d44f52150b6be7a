import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import {
  peerAuthenticationSpec,
  peerAuthenticationType,
} from "../../graph/kinds/peer-authentication.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";

/** A mode that one object sets for the whole mesh (`namespace` undefined) or for a namespace. */
export interface WideSetting {
  readonly object: KubernetesObject;
  readonly mode: string;
  readonly namespace: string | undefined;
}

/** Client modes that DestinationRules set for every host of the mesh, or of a namespace. */
export const wideClientModes: (graph: ObjectGraph) => readonly WideSetting[] = perGraph((graph) =>
  objectsWith(graph, destinationRuleType, "tls").flatMap((object) => {
    const { host = "", trafficPolicy } = destinationRuleSpec(object) ?? {};
    const mode = trafficPolicy?.tls?.mode;
    const scope = scopeOfHost(host);
    return mode === undefined || scope === undefined ? [] : [{ object, mode, ...scope }];
  }),
);

/** Server modes that PeerAuthentications without a selector set. */
export const wideServerModes: (graph: ObjectGraph) => readonly WideSetting[] = perGraph((graph) =>
  objectsOf(graph, peerAuthenticationType).flatMap((object) => {
    const { selector, mtls } = peerAuthenticationSpec(object) ?? {};
    const mode = mtls?.mode ?? "UNSET";
    if (mode === "UNSET" || Object.keys(selector?.matchLabels ?? {}).length > 0) return [];
    const whole = object.namespace === rootNamespace(graph);
    return [{ object, mode, namespace: whole ? undefined : object.namespace }];
  }),
);

/** The mode that servers of a namespace have by a PeerAuthentication without a selector. */
export function serverModeOf(graph: ObjectGraph, namespace: string | undefined) {
  const all = wideServerModes(graph);
  const own = all.find((each) => each.namespace === namespace);
  return own ?? all.find((each) => each.namespace === undefined);
}

/** Whether clients of a namespace's services are told to start mTLS. */
export function startsMtls(graph: ObjectGraph, namespace: string | undefined): boolean {
  return wideClientModes(graph).some(
    (each) => isMutual(each.mode) && (each.namespace === undefined || each.namespace === namespace),
  );
}

/** Whether a client mode presents a certificate. */
export function isMutual(mode: string | undefined): boolean {
  return mode === "ISTIO_MUTUAL" || mode === "MUTUAL";
}

/** The namespace of a host of the cluster; undefined for another host. */
export function namespaceOf(host: string, namespace: string): string | undefined {
  return /^[^.]+\.([^.]+)\.svc\.cluster\.local$/.exec(completeHost(host, namespace))?.[1];
}

const meshWide: ReadonlySet<string> = new Set([
  "*",
  "*.local",
  "*.cluster.local",
  "*.svc.cluster.local",
]);

function scopeOfHost(host: string): { readonly namespace: string | undefined } | undefined {
  if (meshWide.has(host)) return { namespace: undefined };
  const namespace = /^\*\.([^.]+)\.svc\.cluster\.local$/.exec(host)?.[1];
  return namespace === undefined ? undefined : { namespace };
}
