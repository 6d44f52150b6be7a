import type { ServiceInput } from "../schema/service-schema.ts";
import { checkOutside } from "./check-outside.ts";
import { checkOwnHost } from "./check-own-host.ts";
import { checkSharedHosts } from "./check-shared-hosts.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

const workloadKeys = [
  "versions",
  "replicas",
  "image",
  "env",
  "calls",
  "mtls",
  "inMesh",
  "access",
  "requires",
  "discovery",
  "headless",
  "host",
  "machines",
  "machineGroup",
  "extensions",
  "telemetry",
] as const;

/** What the kind of a service allows, and what two services cannot both have. */
export function checkServices(context: ReferenceContext): void {
  for (const [name, input] of context.services) {
    checkPorts(context, name, input);
    checkVersionList(context, name, input);
    checkIdentity(context, name, input);
    checkOwnHost(context, name);
    if (input.external === undefined) continue;
    checkExternal(context, name, input);
    checkOutside(context, name);
  }
  checkSharedHosts(context);
}

function checkExternal(context: ReferenceContext, name: string, input: ServiceInput): void {
  for (const key of workloadKeys) {
    if (input[key] === undefined) continue;
    addError(context, {
      code: "HED2004",
      path: ["services", name, key],
      message: `"${name}" is external (${hostsOf(input)}), so it has no ${key}`,
      fix: `remove ${key}, or remove external if its workloads run in the mesh`,
    });
  }
}

function hostsOf({ external }: ServiceInput): string {
  return typeof external === "string" ? external : (external?.hosts ?? []).join(", ");
}

function checkPorts(context: ReferenceContext, name: string, input: ServiceInput): void {
  const path = ["services", name];
  if (input.ports === undefined) return;
  for (const key of ["port", "protocol"] as const) {
    if (input[key] === undefined) continue;
    addError(context, {
      code: "HED1009",
      path: [...path, key],
      message: `got both ${key} and ports; allowed: one of the two`,
      fix: `move ${key} into ports`,
    });
  }
  const numbers = new Map<number, string>();
  const entries = Object.entries(input.ports).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [port, { number }] of entries) {
    const first = numbers.get(number);
    numbers.set(number, first ?? port);
    if (first === undefined) continue;
    addError(context, {
      code: "HED1009",
      path: [...path, "ports", port, "number"],
      message: `got ${String(number)}, which is already the number of port "${first}"; allowed: one name a number`,
      fix: "give it another number",
    });
  }
}

function checkVersionList(context: ReferenceContext, name: string, input: ServiceInput): void {
  if (!Array.isArray(input.versions)) return;
  const seen = new Set<string>();
  for (const [index, version] of input.versions.entries()) {
    if (seen.has(version)) {
      addError(context, {
        code: "HED1009",
        path: ["services", name, "versions", index],
        message: `got "${version}" twice; allowed: each version once`,
        fix: "remove one of them",
      });
    }
    seen.add(version);
  }
}

/** A workload's identity is its service account, named as the service. */
function checkIdentity(context: ReferenceContext, name: string, input: ServiceInput): void {
  if (name !== "default" || input.external !== undefined) return;
  addError(context, {
    code: "HED2006",
    path: ["services", name],
    message:
      'a service named "default" would share its identity with every pod that names no service account',
    fix: "rename the service",
  });
}
