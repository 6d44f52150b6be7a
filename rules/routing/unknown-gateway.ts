import type { Path } from "../../diagnostics/index.ts";
import { kubernetesGatewayType } from "../../graph/kinds/gateway-api.ts";
import { gatewayType } from "../../graph/kinds/gateway.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { findObject, objectsOf } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { Rule } from "../rule.ts";
import { completeGateway, isInternalGateway, meshGateway } from "./gateway-names.ts";

const gatewaysByName = perGraph(
  (graph) => new Map(objectsOf(graph, gatewayType).map((each) => [each.name, each])),
);

/** Every gateway that a VirtualService names is there. Otherwise no gateway serves its hosts. */
export const unknownGateway: Rule = {
  id: "routing/unknown-gateway",
  code: "HED4200",
  severity: "error",
  summary: "a VirtualService is attached only to gateways that exist",
  // Where there is no gateway, its hosts are not found either.
  covers: ["IST0101", "IST0132", "KIA1102"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, virtualServiceType)) {
      for (const { said, path, covers } of gatewaysOf(object)) {
        if (said === meshGateway || isInternalGateway(said)) continue;
        const { namespace, name } = completeGateway(said, object.namespace);
        if (findObject(graph, gatewayType, namespace, name) !== undefined) continue;
        if (findObject(graph, kubernetesGatewayType, namespace, name) !== undefined) continue;
        const other = gatewaysByName(graph).get(name);
        const near = other === undefined ? "" : `; there is ${other.namespace}/${other.name}`;
        find({
          outcome: "fail",
          origin: object.origin(path),
          message: `${covers === undefined ? "is attached to" : "a match asks for"} the gateway ${said}, and there is no Gateway ${namespace}/${name}${near}`,
          fix: "correct the name (`namespace/name` for a Gateway of another namespace), or add the Gateway; one that is deployed from elsewhere is given with --context",
          absent: ["listener"],
          within: namespace,
          ...(covers === undefined ? {} : { covers }),
        });
      }
    }
  },
};

interface NamedGateway {
  readonly said: string;
  readonly path: Path;
  /** Only where it is not all that the rule covers: istioctl does not read matches. */
  readonly covers?: readonly string[];
}

/** The gateways that a VirtualService is attached to, and those that its matches ask for. */
function gatewaysOf(object: KubernetesObject): readonly NamedGateway[] {
  const { gateways = [], http = [], tcp = [], tls = [] } = virtualServiceSpec(object) ?? {};
  const attached = gateways.map((said, index) => ({ said, path: ["spec", "gateways", index] }));
  const asked = Object.entries({ http, tcp, tls }).flatMap(([protocol, rules]) =>
    rules.flatMap(({ match = [] }, index) =>
      match.flatMap((each, place) =>
        (each.gateways ?? []).map((said, number) => ({
          said,
          path: ["spec", protocol, index, "match", place, "gateways", number],
          covers: ["KIA1102"],
        })),
      ),
    ),
  );
  // What it is attached to is said once, there.
  return [...attached, ...asked.filter(({ said }) => !gateways.includes(said))];
}
