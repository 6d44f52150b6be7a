import type { Path } from "../../diagnostics/index.ts";
import { virtualServiceSpec } from "../../graph/kinds/virtual-service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";

/** A gateway by the name that a VirtualService gives it. */
export interface NamedGateway {
  readonly said: string;
  readonly path: Path;
  /** Only where it is not all that the rule covers: istioctl does not read matches. */
  readonly covers?: readonly string[];
}

/** The gateways that a VirtualService is attached to, and those that its matches ask for. */
export function gatewaysOf(object: KubernetesObject): readonly NamedGateway[] {
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
