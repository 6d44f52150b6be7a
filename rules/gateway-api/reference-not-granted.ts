import type { Path } from "../../diagnostics/index.ts";
import { kubernetesGatewaySpec, kubernetesGatewayType } from "../../graph/kinds/gateway-api.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { backendsOf } from "./backends.ts";
import { isGranted } from "./granted.ts";
import { isMeshRoute, kubernetesRoutes } from "./routes.ts";

interface Reference {
  readonly object: KubernetesObject;
  readonly path: Path;
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

/** A reference into another namespace has a ReferenceGrant there: its owner agrees. */
export const referenceNotGranted: Rule = {
  id: "gateway-api/reference-not-granted",
  code: "HED4662",
  severity: "error",
  summary: "a reference into another namespace has a ReferenceGrant there",
  covers: ["KIA1402"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, path, ...to } of [...ofRoutes(graph), ...ofGateways(graph)]) {
      const { group, kind, namespace } = object;
      const granted = isGranted(graph, { group, kind, namespace }, to);
      if (granted === true) continue;
      find({
        outcome: granted === false ? "fail" : "unknown",
        absent: [],
        within: to.namespace,
        covers: kialiReads.has(kind) && to.kind === "Service" ? ["KIA1402"] : [],
        origin: object.origin(path),
        message: `refers to ${to.kind} ${to.namespace}/${to.name}, and no ReferenceGrant of namespace ${to.namespace} allows that to a ${kind} of ${namespace}`,
        fix: `add a ReferenceGrant to namespace ${to.namespace}, from ${kind} of ${namespace} to ${to.kind}`,
      });
    }
  },
};

/** Kinds of routes whose backends Kiali looks for; without a grant it takes them for missing. */
const kialiReads: ReadonlySet<string> = new Set(["HTTPRoute", "GRPCRoute"]);

/** Routes between services need no grant: the client's own proxy follows them. */
function ofRoutes(graph: ObjectGraph): readonly Reference[] {
  return kubernetesRoutes(graph).flatMap(({ object, spec }) =>
    isMeshRoute(spec)
      ? []
      : backendsOf(spec).map((each) => ({
          object,
          ...each,
          namespace: each.namespace ?? object.namespace,
        })),
  );
}

function ofGateways(graph: ObjectGraph): readonly Reference[] {
  return objectsOf(graph, kubernetesGatewayType).flatMap((object) =>
    (kubernetesGatewaySpec(object)?.listeners ?? []).flatMap(({ tls }, index) =>
      (tls?.certificateRefs ?? []).map(
        ({ group = "", kind = "Secret", name = "", namespace }, place) => ({
          object,
          path: ["spec", "listeners", index, "tls", "certificateRefs", place],
          group,
          kind,
          name,
          namespace: namespace ?? object.namespace,
        }),
      ),
    ),
  );
}
