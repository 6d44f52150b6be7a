import { printPath, type Path } from "../../diagnostics/index.ts";
import { listNames, suggest } from "../closest.ts";
import type { WorkloadService } from "../mesh.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** Machines run a version of their service, each at its own address, and can be found. */
export function checkMachines(context: ReferenceContext): void {
  for (const [name, input] of context.services) {
    const service = sureService(context, name);
    if (service?.kind !== "workload") continue;
    checkKind(context, service);
    const addresses = new Map<string, Path>();
    const entries = Object.entries(input.machines ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [machine, { address, version, ports }] of entries) {
      const path = ["services", name, "machines", machine];
      checkVersion(context, service, version, path);
      checkPorts(context, service, Object.keys(ports ?? {}), [...path, "ports"]);
      const first = addresses.get(address);
      addresses.set(address, first ?? path);
      if (first === undefined) continue;
      addError(context, {
        code: "HED2063",
        path: [...path, "address"],
        message: `got ${address}, which is that of ${printPath(first)} already; allowed: one machine an address`,
        fix: "remove one of them, or correct its address",
      });
    }
  }
}

function checkKind(context: ReferenceContext, service: WorkloadService): void {
  const { name, headless, inMesh, machines, machineGroup } = service;
  const path = ["services", name];
  const keys = [
    ...(machines.length > 0 ? ["machines"] : []),
    ...(machineGroup === undefined ? [] : ["machineGroup"]),
  ];
  for (const key of headless ? keys : []) {
    addError(context, {
      code: "HED2063",
      path: [...path, key],
      message: `"${name}" is headless, and its name in DNS knows no machines; allowed: machines of services with an address of their own`,
      fix: `remove headless, or ${key}`,
    });
  }
  if (inMesh || machineGroup === undefined) return;
  addError(context, {
    code: "HED2042",
    path: [...path, "machineGroup"],
    message: `"${name}" has no proxy that would register a machine`,
    fix: "list its machines under machines, or remove inMesh: false",
  });
}

function checkPorts(
  context: ReferenceContext,
  { name, ports }: WorkloadService,
  said: readonly string[],
  path: Path,
): void {
  const known = ports.map((each) => each.name);
  for (const port of said.filter((each) => !known.includes(each))) {
    addError(context, {
      code: "HED2005",
      path: [...path, port],
      message: `"${name}" has no port "${port}"; it has: ${listNames(known)}`,
      fix: suggest(port, known, "name one of its ports"),
    });
  }
}

function checkVersion(
  context: ReferenceContext,
  { name, versioned, versions }: WorkloadService,
  version: string | undefined,
  path: Path,
): void {
  const known = versioned ? versions.map((each) => each.name) : [];
  if (version === undefined) {
    if (!versioned) return;
    addError(context, {
      code: "HED2063",
      path,
      message: `"${name}" has versions, and no word of which one this machine runs; allowed: ${listNames(known)}`,
      fix: `add version: ${known[0] ?? ""}`,
    });
  } else if (!known.includes(version)) {
    addError(context, {
      code: "HED2002",
      path: [...path, "version"],
      message: `unknown version "${version}" of "${name}"; it has: ${listNames(known)}`,
      fix: suggest(version, known, `add it under services.${name}.versions`),
    });
  }
}
