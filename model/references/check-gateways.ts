import { printPath } from "../../diagnostics/index.ts";
import { checkGatewayHost } from "./check-gateway-host.ts";
import { checkListeners } from "./check-listeners.ts";
import { checkSharedCertificates } from "./check-shared-certificates.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** Every host of a gateway is bound once and leads to a service that can answer it. */
export function checkGateways(context: ReferenceContext): void {
  const bound = new Map<string, string>();
  const gateways = Object.entries(context.definition.gateways ?? {});
  for (const [name, gateway] of gateways.sort(([a], [b]) => (a < b ? -1 : 1))) {
    checkIdentity(context, name);
    checkKind(context, name);
    checkListeners(context, name, gateway);
    checkSharedCertificates(context, name);
    for (const [host, definition] of Object.entries(gateway.hosts ?? {})) {
      const path = ["gateways", name, "hosts", host];
      const first = bound.get(host);
      bound.set(host, first ?? name);
      if (first !== undefined) {
        addError(context, {
          code: "HED2007",
          path,
          message: `the host ${host} is already bound to gateway "${first}", at ${printPath(["gateways", first, "hosts", host])}; allowed: one gateway a host`,
          fix: "remove it from one of the two gateways",
        });
      }
      checkGatewayHost(context, definition, path);
    }
  }
}

/** What leads in, and what leads out, are different doors. */
function checkKind(context: ReferenceContext, name: string): void {
  const { kind, hosts, tcp } = context.definition.gateways?.[name] ?? {};
  const given = (["hosts", "tcp"] as const).filter(
    (key) => (key === "hosts" ? hosts : tcp) !== undefined,
  );
  if (kind !== "egress") return;
  for (const key of given) {
    addError(context, {
      code: "HED2051",
      path: ["gateways", name, key],
      message: `"${name}" is an egress gateway, so it has no ${key}; allowed: hosts of external services, which name it in external.through`,
      fix: `move ${key} to a gateway of kind ingress`,
    });
  }
}

/** The gateway's own workload runs under an account named as the gateway. */
function checkIdentity(context: ReferenceContext, name: string): void {
  const { gateways } = context.mesh;
  const service = sureService(context, name);
  if (service?.kind !== "workload" || !Object.hasOwn(gateways, name)) return;
  if (gateways[name]?.namespace !== service.namespace) return;
  addError(context, {
    code: "HED2006",
    path: ["gateways", name],
    message: `the gateway "${name}" and the service "${name}" would share one identity and one Deployment in namespace ${service.namespace}`,
    fix: "rename one of them, or put the gateway into another namespace",
  });
}
