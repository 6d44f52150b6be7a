import { addNotHttp, speaksHttp } from "./check-http.ts";
import { checkKnownService } from "./check-known-service.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** Every host of a gateway is bound once and leads to an HTTP service of the mesh. */
export function checkGateways(context: ReferenceContext): void {
  const bound = new Map<string, string>();
  const gateways = Object.entries(context.definition.gateways ?? {});
  for (const [name, gateway] of gateways.sort(([a], [b]) => (a < b ? -1 : 1))) {
    checkIdentity(context, name);
    for (const [host, { service }] of Object.entries(gateway.hosts)) {
      const path = ["gateways", name, "hosts", host];
      const first = bound.get(host);
      bound.set(host, first ?? name);
      if (first !== undefined) {
        addError(context, {
          code: "HED2007",
          path,
          message: `the host ${host} is already bound to gateway "${first}"; allowed: one gateway a host`,
          fix: "remove it from one of the two gateways",
        });
      }
      checkTarget(context, service, [...path, "service"]);
    }
  }
}

function checkTarget(context: ReferenceContext, name: string, path: readonly string[]): void {
  if (!checkKnownService(context, name, path)) return;
  const service = sureService(context, name);
  if (service === undefined) return;
  if (service.kind === "external") {
    addError(context, {
      code: "HED2004",
      path,
      message: `"${name}" is external (${service.host}), so a gateway cannot lead to it`,
      fix: "name a service whose workloads run in the mesh",
    });
  } else if (!speaksHttp(service)) addNotHttp(context, service, path, "a gateway host");
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
