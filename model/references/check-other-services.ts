import { printPath, type Path } from "../../diagnostics/index.ts";
import { fittingPort } from "../fitting-port.ts";
import type { WorkloadService } from "../mesh.ts";
import type { RouteRuleInput } from "../schema/route-schema.ts";
import { addExclusive } from "./add-exclusive.ts";
import { checkKnownService } from "./check-known-service.ts";
import { checkSplit } from "./check-split.ts";
import { checkWeights } from "./check-weights.ts";
import { isRefused } from "./is-refused.ts";
import { requestPorts } from "./check-http.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

type Policy = Pick<RouteRuleInput, "split" | "service" | "services">;

/** Other services that a rule leads to are in the mesh and take what is sent to this one. */
export function checkOtherServices(
  context: ReferenceContext,
  owner: WorkloadService,
  policy: Policy,
  path: Path,
): void {
  const { service, services } = policy;
  if (service === undefined && services === undefined) return;
  checkOneWord(context, policy, path);
  if (service !== undefined) {
    const place = [...path, "service"];
    if (service === owner.name) addItself(context, owner, place);
    else otherService(context, owner, service, place);
  }
  if (services === undefined) return;
  const place = [...path, "services"];
  const isWhole = !isRefused(context, place);
  checkWeights(context, weightsOf(services), place);
  const names = Object.keys(services);
  if (isWhole && names.every((name) => name === owner.name)) addItself(context, owner, place);
  for (const [name, share] of Object.entries(services)) {
    const at = [...place, name];
    const led = name === owner.name ? owner : otherService(context, owner, name, at);
    if (led !== undefined && typeof share === "object") checkSplit(context, led, share, at);
  }
}

function checkOneWord(context: ReferenceContext, policy: Policy, path: Path): void {
  const said = (["split", "service", "services"] as const).filter(
    (key) => policy[key] !== undefined,
  );
  const [first, ...others] = said;
  if (first === undefined) return;
  for (const key of others) {
    addExclusive(context, [...path, key], [...path, first], {
      why: "each says where all of the requests go",
      fix: "write everything in services: a weight for each service, or for each of its versions",
    });
  }
}

function weightsOf(services: NonNullable<Policy["services"]>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(services).flatMap(([name, share]) => {
      if (typeof share === "number") return [[name, share] as const];
      return Object.entries(share).map(([version, weight]) => [`${name} ${version}`, weight]);
    }),
  );
}

function addItself(context: ReferenceContext, { name }: WorkloadService, path: Path): void {
  addError(context, {
    code: "HED2087",
    path,
    message: `"${name}" is the service itself, whose requests stay there anyway; allowed: other services, or several with weights`,
    fix: "remove it, or write split for weights over versions",
  });
}

/** Another service in the mesh, once its ports are known to fit. */
function otherService(
  context: ReferenceContext,
  owner: WorkloadService,
  name: string,
  path: Path,
): WorkloadService | undefined {
  if (!checkKnownService(context, name, path)) return undefined;
  const service = sureService(context, name);
  if (service === undefined) return undefined;
  if (service.kind === "external") {
    addError(context, {
      code: "HED2004",
      path,
      message: `"${name}" is external (${service.host}), so no rule of "${owner.name}" can lead to it; allowed: services whose workloads run in the mesh`,
      fix: `let the callers call "${name}" itself, or name a service in the mesh`,
    });
    return undefined;
  }
  checkPorts(context, owner, service, path);
  return service;
}

function checkPorts(
  context: ReferenceContext,
  owner: WorkloadService,
  service: WorkloadService,
  path: Path,
): void {
  const called = requestPorts(owner);
  const stray = called.find((port) => fittingPort(service.ports, port) === undefined);
  if (stray === undefined) return;
  const ports = service.ports.map(({ number, protocol }) => `${String(number)} (${protocol})`);
  addError(context, {
    code: "HED2088",
    path,
    message: `port ${String(stray.number)} of ${printPath(["services", owner.name])} speaks ${stray.protocol}, and no port of ${printPath(["services", service.name])} takes that: ${ports.join(", ")}`,
    fix: `set the protocols of both alike, or lead to another service than "${service.name}"`,
  });
}
