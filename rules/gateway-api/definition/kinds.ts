import type { Path } from "../../../diagnostics/index.ts";
import { printPath } from "../../../diagnostics/index.ts";
import {
  kubernetesGatewaySpec,
  kubernetesGatewayType,
  kubernetesRouteSpec,
  kubernetesRouteTypes,
} from "../../../graph/kinds/gateway-api.ts";
import type { KubernetesObject } from "../../../graph/objects/kubernetes-object.ts";
import { perObject } from "../../../graph/objects/per-object.ts";
import type { SchemaKind, Verdict } from "../../schema/kind.ts";
import { createPlace, type Fault } from "../../schema/place.ts";
import type { Decoding } from "../../schema/read/decoding.ts";
import { checkGateway } from "../listener-faults.ts";
import { checkRoute } from "../route-faults.ts";
import { checkDefinition } from "./check-definition.ts";
import { gatewayApiDefinitions, type Definition } from "./definitions.ts";

/** The kinds of the Gateway API, as their definitions have them. */
export const gatewayApiKinds: readonly SchemaKind[] = [
  ...["Gateway", "GatewayClass", "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute"],
  ...["ReferenceGrant", "BackendTLSPolicy", "ListenerSet"],
]
  .map((kind) => `gateway.networking.k8s.io/${kind}`)
  .concat("gateway.networking.x-k8s.io/XBackendTrafficPolicy")
  .map(kindOf);

function kindOf(type: string): SchemaKind {
  const verdict = perObject((object): Verdict => {
    const definition = definitionOf(type, object.version);
    const decoding: Decoding = { path: ["spec"], problems: [], served: true };
    if (definition !== undefined) checkDefinition(object.raw["spec"] ?? {}, definition, decoding);
    return { problems: decoding.problems, faults: [] };
  });
  return { type, verdict, told };
}

function definitionOf(type: string, version: string): Definition | undefined {
  const versions = gatewayApiDefinitions().kinds[type];
  const found = versions?.[version];
  const same = typeof found === "string" ? versions?.[found] : found;
  return typeof same === "string" ? undefined : same;
}

/** Places that the rules of the area report with better words. */
function told(object: KubernetesObject): ReadonlySet<string> {
  const faults: Fault[] = [];
  const place = createPlace("spec", faults);
  if (object.type === kubernetesGatewayType) {
    const spec = kubernetesGatewaySpec(object);
    if (spec !== undefined) checkGateway(spec, place);
  } else if ((kubernetesRouteTypes as readonly string[]).includes(object.type)) {
    const spec = kubernetesRouteSpec(object);
    if (spec !== undefined) checkRoute(spec, object, place);
  }
  return new Set(faults.map(({ path }: { readonly path: Path }) => printPath(path)));
}
