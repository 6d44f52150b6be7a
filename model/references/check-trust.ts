import { printPath, type Path } from "../../diagnostics/index.ts";
import { listNames, suggest } from "../closest.ts";
import type { WorkloadService } from "../mesh.ts";
import type { ServiceInput } from "../schema/service-schema.ts";
import { servicesOf } from "../services-of.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** Modes of mTLS fit each other, and what has no proxy is asked nothing that only a proxy does. */
export function checkTrust(context: ReferenceContext): void {
  checkNamespaces(context);
  checkAliases(context);
  for (const [name, input] of context.services) {
    checkExternalPorts(context, name, input);
    const service = sureService(context, name);
    if (service?.kind !== "workload") continue;
    checkTargets(context, service);
    if (service.inMesh) continue;
    checkWithoutProxy(context, name, input);
    checkCallees(context, service);
  }
}

function checkAliases(context: ReferenceContext): void {
  const { domain, aliases = [] } = context.definition.trust;
  for (const [index, alias] of aliases.entries()) {
    const first = aliases.indexOf(alias);
    if (alias !== domain && first === index) continue;
    const place: Path = alias === domain ? ["trust", "domain"] : ["trust", "aliases", first];
    addError(context, {
      code: "HED2076",
      path: ["trust", "aliases", index],
      message: `"${alias}" is ${printPath(place)} already`,
      fix: "remove it, or write the other name of the trust domain",
    });
  }
}

function checkNamespaces(context: ReferenceContext): void {
  const { definition, mesh } = context;
  const owners = [...servicesOf(mesh), ...Object.values(mesh.gateways)];
  const known = [...new Set(owners.map(({ namespace }) => namespace))];
  for (const name of Object.keys(definition.namespaces ?? {})) {
    if (known.includes(name)) continue;
    addError(context, {
      code: "HED2043",
      path: ["namespaces", name],
      message: `nothing of the mesh is in namespace "${name}"; it is in: ${listNames(known)}`,
      fix: suggest(name, known, "name one of these, or remove it"),
    });
  }
}

function checkExternalPorts(context: ReferenceContext, name: string, input: ServiceInput): void {
  if (input.external === undefined) return;
  for (const [port, { mtls }] of Object.entries(input.ports ?? {})) {
    if (mtls === undefined) continue;
    addError(context, {
      code: "HED2004",
      path: ["services", name, "ports", port, "mtls"],
      message: `"${name}" is external, so it has no mtls`,
      fix: "remove mtls: what a service outside accepts is not for this mesh to say",
    });
  }
}

/** Modes hold for ports of the workload: two ports with one target cannot differ. */
function checkTargets(context: ReferenceContext, { name, ports }: WorkloadService): void {
  for (const [target, [first, ...others]] of Map.groupBy(ports, (port) => port.target)) {
    for (const other of others) {
      if (first === undefined || other.mtls === first.mtls) continue;
      addError(context, {
        code: "HED2040",
        path: ["services", name, "ports", other.name, "mtls"],
        message: `port "${other.name}" is ${other.mtls} and port "${first.name}" is ${first.mtls}, and both lead to ${String(target)} of the workload; allowed: one mode a target`,
        fix: "give both the same mode, or another target",
      });
    }
  }
}

function checkWithoutProxy(context: ReferenceContext, name: string, input: ServiceInput): void {
  const path = ["services", name];
  const modes = [
    [[...path, "mtls"], input.mtls] as const,
    ...Object.entries(input.ports ?? {}).map(
      ([port, { mtls }]) => [[...path, "ports", port, "mtls"], mtls] as const,
    ),
  ];
  for (const [place, mode] of modes) {
    if (mode === undefined || mode === "disabled") continue;
    addError(context, {
      code: "HED2042",
      path: place,
      message: `got ${mode} for "${name}", which has no proxy; allowed: disabled, which it is anyway`,
      fix: "remove mtls, or remove inMesh: false",
    });
  }
  for (const [to, call] of Object.entries(input.calls ?? {})) {
    for (const key of ["timeout", "retries"] as const) {
      if (call[key] === undefined) continue;
      addError(context, {
        code: "HED2042",
        path: [...path, "calls", to, key],
        message: `"${name}" has no proxy that would see to its ${key}`,
        fix: `set ${key} at the route of "${to}" if its callers' proxies shall do it, or remove inMesh: false`,
      });
    }
  }
}

function checkCallees(context: ReferenceContext, { name, calls }: WorkloadService): void {
  for (const { to } of calls) {
    const callee = sureService(context, to);
    if (callee?.kind !== "workload" || callee.ports.some(({ mtls }) => mtls !== "strict")) continue;
    addError(context, {
      code: "HED2041",
      path: ["services", name, "calls", to],
      message: `"${name}" has no proxy, so it calls in plaintext, and "${to}" only accepts mTLS`,
      fix: `set services.${to}.mtls to permissive, or that of the port that "${name}" calls; or remove inMesh: false`,
    });
  }
}
