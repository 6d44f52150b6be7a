import { printPath, type Path } from "../../diagnostics/index.ts";
import type { WorkloadService } from "../mesh.ts";
import type { RouteRuleInput } from "../schema/route-schema.ts";
import { servicesOf } from "../services-of.ts";
import { policiesOf } from "./policy-place.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

const choices = ["loadBalancing", "warmUp", "locality", "outlierDetection"] as const;

/**
 * Who calls a headless service has an instance's address already, and its proxy sends there and nowhere else. So nothing
 * is chosen for callers inside the mesh; a gateway knows all instances, and chooses.
 */
export function checkHeadless(context: ReferenceContext): void {
  const services = servicesOf(context.mesh);
  if (!services.some((each) => each.kind === "workload" && each.headless)) return;
  const calls = callsInside(context);
  for (const { name } of services) {
    const service = sureService(context, name);
    if (service?.kind !== "workload") continue;
    if (service.headless) checkTargets(context, service);
    const call = calls.get(name);
    if (call === undefined) continue;
    checkRoute(context, service, call);
    if (service.headless) checkPolicy(context, service, call);
  }
}

/** Nobody between a caller and an instance would translate the port. */
function checkTargets(context: ReferenceContext, { name, ports }: WorkloadService): void {
  for (const { name: port, number, target } of ports) {
    if (number === target) continue;
    addError(context, {
      code: "HED2061",
      path: ["services", name, "ports", port, "target"],
      message: `got ${String(target)} for port ${String(number)} of "${name}", which is headless, so that callers reach the instances directly; allowed: ${String(number)}`,
      fix: "give both the same number, or remove headless",
    });
  }
}

/** The first call of each service that goes through a proxy, by the name of the called one. */
function callsInside({ mesh }: ReferenceContext): ReadonlyMap<string, Path> {
  const found = new Map<string, Path>();
  for (const caller of servicesOf(mesh)) {
    if (caller.kind !== "workload" || !caller.inMesh) continue;
    for (const { to } of caller.calls) {
      if (!found.has(to)) found.set(to, ["services", caller.name, "calls", to]);
    }
  }
  return found;
}

function checkPolicy(context: ReferenceContext, { name }: WorkloadService, call: Path): void {
  const input = context.definition.services[name];
  for (const { own, path } of input === undefined ? [] : policiesOf(name, input)) {
    for (const key of choices) {
      if (own[key] === undefined || own[key] === "off") continue;
      addChosen(context, { path: [...path, key], what: key, name, call });
    }
  }
}

type Policy = Pick<RouteRuleInput, "split" | "service" | "services" | "mirror">;

/** What the route of a called service sends to a version, and what of it goes to a headless service, be it copies. */
function checkRoute(
  context: ReferenceContext,
  { name, headless }: WorkloadService,
  call: Path,
): void {
  const route = context.definition.routes?.[name];
  if (route === undefined) return;
  const path = ["routes", name];
  const rules: readonly (readonly [Path, Policy])[] = [
    [path, route],
    ...(route.rules ?? []).map((rule, index) => [[...path, "rules", index], rule] as const),
  ];
  for (const [place, rule] of rules) {
    const { split, mirror } = rule;
    checkLed(context, { name, headless }, rule, { place, call });
    if (headless && split !== undefined) {
      addChosen(context, { path: [...place, "split"], what: "a split", name, call });
    }
    if (mirror === undefined) continue;
    const at = [...place, "mirror"];
    if ("version" in mirror) {
      if (headless) addChosen(context, { path: at, what: "a mirror", name, call });
      continue;
    }
    const copied = sureService(context, mirror.service);
    if (copied?.kind !== "workload" || !copied.headless) continue;
    addChosen(context, { path: at, what: "a mirror", name: copied.name, call });
  }
}

/** A rule that leads elsewhere has a choice to make, of who is called here and of who is called there. */
function checkLed(
  context: ReferenceContext,
  { name, headless }: Pick<WorkloadService, "name" | "headless">,
  { service: only, services }: Policy,
  { place, call }: { readonly place: Path; readonly call: Path },
): void {
  const [path, led] =
    only === undefined
      ? [[...place, "services"], Object.keys(services ?? {})]
      : [[...place, "service"], [only]];
  if (led.length === 0) return;
  const what = "a rule that leads to other services";
  if (headless) addChosen(context, { path, what, name, call });
  for (const other of led.filter((each) => each !== name)) {
    const service = sureService(context, other);
    if (service?.kind !== "workload" || !service.headless) continue;
    addChosen(context, { path, what, name: other, call });
  }
}

function addChosen(
  context: ReferenceContext,
  at: {
    readonly path: Path;
    readonly what: string;
    /** Of the headless service. */
    readonly name: string;
    readonly call: Path;
  },
): void {
  addError(context, {
    code: "HED2062",
    path: at.path,
    message: `${at.what} for "${at.name}", which is headless: who calls (${printPath(at.call)}) names the instance by its address, and the proxy has no choice; allowed where only gateways send to it`,
    fix: `remove headless from "${at.name}", or remove ${at.what}`,
  });
}
