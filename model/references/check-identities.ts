import type { WorkloadService } from "../mesh.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** Access by declared calls knows callers by their identities: there must be some. */
export function checkIdentities(context: ReferenceContext): void {
  for (const [name, input] of context.services) {
    const service = sureService(context, name);
    if (service === undefined) continue;
    if (service.kind === "workload") {
      if (!service.inMesh && input.access === "declared-calls") addWithoutProxy(context, name);
      else checkReceiver(context, service);
      if (!service.inMesh) checkCallees(context, service);
    }
  }
}

function addWithoutProxy(context: ReferenceContext, name: string): void {
  addError(context, {
    code: "HED2042",
    path: ["services", name, "access"],
    message: `"${name}" has no proxy that would check who calls it`,
    fix: "remove access, or remove inMesh: false",
  });
}

function checkReceiver(context: ReferenceContext, { name, access, mtls }: WorkloadService): void {
  if (access === "open" || mtls !== "disabled") return;
  addError(context, {
    code: "HED2045",
    path: ["services", name],
    message: `access by declared calls to "${name}", which only accepts plaintext, in which no caller has an identity`,
    fix: `set services.${name}.access to open, or services.${name}.mtls to strict`,
  });
}

/** A caller without a proxy reaches only what is open to everybody: a service, or one of its ports. */
function checkCallees(context: ReferenceContext, { name, calls }: WorkloadService): void {
  for (const { to } of calls) {
    const callee = sureService(context, to);
    if (callee?.kind !== "workload" || callee.access === "open") continue;
    if (callee.mtls === "strict" || callee.ports.some(({ mtls }) => mtls !== callee.mtls)) continue;
    addError(context, {
      code: "HED2045",
      path: ["services", name, "calls", to],
      message: `"${name}" has no proxy and so no identity, and "${to}" only lets in callers that it knows`,
      fix: `set services.${to}.access to open, or remove inMesh: false`,
    });
  }
}
