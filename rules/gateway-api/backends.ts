import type { Path } from "../../diagnostics/index.ts";
import type { KubernetesRouteSpec } from "../../graph/kinds/gateway-api.ts";

/** One thing that a route sends to, or mirrors to. */
export interface Backend {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** As stated; undefined for the route's own. */
  readonly namespace?: string;
  readonly port?: number;
  readonly path: Path;
}

type Reference = {
  readonly group?: string | undefined;
  readonly kind?: string | undefined;
  readonly name?: string | undefined;
  readonly namespace?: string | undefined;
  readonly port?: number | undefined;
};

/** Every backend of a route, with those of its mirrors. */
export function backendsOf({ rules = [] }: KubernetesRouteSpec): readonly Backend[] {
  return rules.flatMap(({ backendRefs = [], filters = [] }, rule) => [
    ...backendRefs.map((each, place) =>
      describe(each, ["spec", "rules", rule, "backendRefs", place]),
    ),
    ...filters.flatMap(({ requestMirror }, place) => {
      const path = ["spec", "rules", rule, "filters", place, "requestMirror", "backendRef"];
      const backend = requestMirror?.backendRef;
      return backend === undefined ? [] : [describe(backend, path)];
    }),
  ]);
}

function describe(
  { group = "", kind = "Service", name = "", namespace, port }: Reference,
  path: Path,
): Backend {
  return {
    group,
    kind,
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(port === undefined ? {} : { port }),
    path,
  };
}
