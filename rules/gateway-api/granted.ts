import { referenceGrantSpec, referenceGrantType } from "../../graph/kinds/gateway-api.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";

/** One end of a reference from one namespace into another. */
export interface End {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
}

const byNamespace = perGraph((graph) =>
  Map.groupBy(objectsOf(graph, referenceGrantType), ({ namespace }) => namespace),
);

const described = perGraph(
  ({ objects }) =>
    new Set(
      objects.map((each) =>
        each.type === "/Namespace" ? each.name : (each.statedNamespace ?? ""),
      ),
    ),
);

/**
 * Whether a ReferenceGrant lets one object refer to another of a different namespace; undefined where the input holds
 * nothing of that namespace.
 */
export function isGranted(
  graph: ObjectGraph,
  from: End,
  to: End & { readonly name: string },
): boolean | undefined {
  if (from.namespace === to.namespace) return true;
  const granted = (byNamespace(graph).get(to.namespace) ?? []).some((object) => {
    const spec = referenceGrantSpec(object);
    const isFrom = spec?.from?.some(
      ({ group = "", kind, namespace }) =>
        group === from.group && kind === from.kind && namespace === from.namespace,
    );
    const isTo = spec?.to?.some(
      ({ group = "", kind, name = "" }) =>
        group === to.group && kind === to.kind && (name === "" || name === to.name),
    );
    return isFrom === true && isTo === true;
  });
  if (granted) return true;
  return described(graph).has(to.namespace) ? false : undefined;
}
