import type { Path } from "../../diagnostics/index.ts";
import { listNames, suggest } from "../closest.ts";
import type { Service, WorkloadService } from "../mesh.ts";
import type { AccessRuleInput, OperationInput } from "../schema/access-schema.ts";
import { checkAsked } from "./check-asked.ts";
import { addNotHttp, speaksHttp } from "./check-http.ts";
import { checkIdentities } from "./check-identities.ts";
import { checkKnownService } from "./check-known-service.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** Rules of access name what the mesh has, and ask of it what it can tell. */
export function checkAccess(context: ReferenceContext): void {
  checkIdentities(context);
  for (const [name, rule] of Object.entries(context.definition.access?.rules ?? {})) {
    const path = ["access", "rules", name];
    for (const [index, service] of (rule.services ?? []).entries()) {
      checkProtected(context, service, rule, { path, place: [...path, "services", index] });
    }
    for (const [index, gateway] of (rule.gateways ?? []).entries()) {
      checkKnownGateway(context, gateway, [...path, "gateways", index]);
    }
    checkSources(context, rule, path);
    checkAsked(context, rule, path);
  }
  for (const [name, { calls }] of context.services) {
    for (const [to, { operations }] of Object.entries(calls ?? {})) {
      const path = ["services", name, "calls", to, "operations"];
      if (operations !== undefined) checkOperations(context, to, path);
    }
  }
}

/** Operations of a call are checked by the callee's proxy, request by request. */
function checkOperations(context: ReferenceContext, to: string, path: Path): void {
  const callee = sureService(context, to);
  if (callee === undefined) return;
  if (callee.kind === "external") {
    addError(context, {
      code: "HED2004",
      path,
      message: `"${to}" is external (${callee.host}), so nobody checks the operations of a call to it`,
      fix: "remove operations",
    });
  } else if (!speaksHttp(callee)) addNotHttp(context, callee, path, "operations");
}

function checkProtected(
  context: ReferenceContext,
  name: string,
  rule: AccessRuleInput,
  { path, place }: { readonly path: Path; readonly place: Path },
): void {
  if (!checkKnownService(context, name, place)) return;
  const service = sureService(context, name);
  if (service === undefined) return;
  if (service.kind === "external") {
    addError(context, {
      code: "HED2004",
      path: place,
      message: `"${name}" is external (${service.host}), so no proxy of the mesh stands before it`,
      fix: "remove it from the rule",
    });
    return;
  }
  if (!service.inMesh) {
    addError(context, {
      code: "HED2042",
      path: place,
      message: `"${name}" has no proxy that would check the rule`,
      fix: "remove it from the rule, or remove inMesh: false",
    });
    return;
  }
  const needsHttp = (rule.to ?? []).some(isHttp) || rule.when !== undefined;
  if (needsHttp && !speaksHttp(service)) addNotHttp(context, service, place, "a rule on requests");
  checkPorts(context, service, rule, path);
}

function isHttp({ hosts, methods, paths, grpc }: OperationInput): boolean {
  return [hosts, methods, paths, grpc].some((each) => each !== undefined);
}

function checkPorts(
  context: ReferenceContext,
  { name, ports }: WorkloadService,
  rule: AccessRuleInput,
  path: Path,
): void {
  const known = ports.map(({ number }) => number);
  for (const [index, operation] of (rule.to ?? []).entries()) {
    for (const [place, port] of (operation.ports ?? []).entries()) {
      if (known.includes(port)) continue;
      addError(context, {
        code: "HED2005",
        path: [...path, "to", index, "ports", place],
        message: `"${name}" has no port ${String(port)}; it has: ${known.join(", ")}`,
        fix: "name one of its ports, or make another rule for it",
      });
    }
  }
}

function checkKnownGateway(context: ReferenceContext, name: string, path: Path): void {
  const known = Object.keys(context.definition.gateways ?? {});
  if (known.includes(name)) return;
  addError(context, {
    code: "HED2044",
    path,
    message: `unknown gateway "${name}"; the mesh has: ${listNames(known)}`,
    fix: suggest(name, known, `add "${name}" under gateways, or name one of the mesh's`),
  });
}

function checkSources(context: ReferenceContext, rule: AccessRuleInput, path: Path): void {
  for (const [index, { services, not }] of (rule.from ?? []).entries()) {
    const lists = [
      { names: services, place: [...path, "from", index, "services"] },
      { names: not?.services, place: [...path, "from", index, "not", "services"] },
    ];
    for (const { names = [], place } of lists) {
      for (const [position, name] of names.entries()) {
        if (!checkKnownService(context, name, [...place, position])) continue;
        const service = sureService(context, name);
        if (service !== undefined) checkSource(context, service, [...place, position]);
      }
    }
  }
}

function checkSource(context: ReferenceContext, service: Service, path: Path): void {
  if (service.kind === "workload" && service.inMesh) return;
  const why = service.kind === "external" ? `is external (${service.host})` : "has no proxy";
  addError(context, {
    code: "HED2045",
    path,
    message: `"${service.name}" ${why}, so it has no identity by which a rule could know it`,
    fix: "name it by ipBlocks, or remove it",
  });
}
