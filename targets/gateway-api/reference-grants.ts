import type { Manifest } from "../../graph/index.ts";
import { apiGroup, apiVersion } from "./references.ts";

interface Backend {
  readonly name: string;
  readonly namespace?: string;
}

/** As much of a rule as names Services. */
interface Rule {
  readonly backendRefs?: readonly Backend[];
  readonly filters?: readonly { readonly requestMirror?: { readonly backendRef: Backend } }[];
}

/**
 * Lets routes of one namespace send requests or copies to Services of another one: to those that they name, and to no
 * others. One grant
 * for each Service, because one can name 16 at most.
 */
export function referenceGrants(routes: readonly Manifest[]): readonly Manifest[] {
  const uses = routes.flatMap(({ kind, metadata, spec }) => {
    const { rules } = spec as { readonly rules: readonly Rule[] };
    const backends = rules.flatMap(({ backendRefs = [], filters = [] }) => [
      ...backendRefs,
      ...filters.flatMap(({ requestMirror }) => requestMirror?.backendRef ?? []),
    ]);
    return backends.flatMap(({ name, namespace }) =>
      namespace === undefined ? [] : [{ kind, name, namespace, from: metadata.namespace ?? "" }],
    );
  });
  const groups = Map.groupBy(uses, ({ namespace, name, from }) => `${namespace}/${name}/${from}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [grant(first, [first, ...others])],
  );
}

function grant(
  { name, namespace, from }: Required<Backend> & { readonly from: string },
  uses: readonly { readonly kind: string }[],
): Manifest {
  const kinds = [...new Set(uses.map(({ kind }) => kind))].sort();
  return {
    apiVersion,
    kind: "ReferenceGrant",
    metadata: { name: `${name}-from-${from}`, namespace },
    spec: {
      from: kinds.map((kind) => ({ group: apiGroup, kind, namespace: from })),
      to: [{ group: "", kind: "Service", name }],
    },
  };
}
