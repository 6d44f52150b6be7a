import {
  requestAuthenticationSpec,
  requestAuthenticationType,
} from "../../graph/kinds/request-authentication.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { selects } from "../../graph/query.ts";
import { scopeOfPolicy, type Labels } from "../access/selector-target.ts";

/** A header that a RequestAuthentication writes a claim to, and the workloads where it does. */
export interface ClaimHeader {
  readonly object: KubernetesObject;
  /** Lower case. */
  readonly header: string;
  /** Undefined: every namespace. */
  readonly namespace: string | undefined;
  readonly labels: Labels;
}

/** The headers of claims, by name; of policies that are attached to a Gateway or a waypoint, nothing is known here. */
export const claimHeaders: (graph: ObjectGraph) => ReadonlyMap<string, readonly ClaimHeader[]> =
  perGraph((graph) => {
    const all = objectsOf(graph, requestAuthenticationType).flatMap((object) => {
      const { selector, targetRef, targetRefs = [], jwtRules = [] } = specOf(object);
      const isAttached = targetRef !== undefined || targetRefs.length > 0;
      const namespace = scopeOfPolicy(graph, object.namespace);
      const labels = selector?.matchLabels ?? {};
      const written = jwtRules.flatMap(({ outputClaimToHeaders = [] }) => outputClaimToHeaders);
      return written.flatMap(({ header }) =>
        header === undefined || isAttached
          ? []
          : [{ object, header: header.toLowerCase(), namespace, labels }],
      );
    });
    return Map.groupBy(all, ({ header }) => header);
  });

function specOf(object: KubernetesObject) {
  return requestAuthenticationSpec(object) ?? {};
}

/** Whether the proxy of a workload removes a header that the client sent, because it writes a claim to it. */
export function isWritten(
  writers: readonly ClaimHeader[],
  { namespace, labels }: { readonly namespace: string; readonly labels: Labels },
): boolean {
  return writers.some(
    (each) =>
      (each.namespace === undefined || each.namespace === namespace) &&
      selects(each.labels, labels),
  );
}
