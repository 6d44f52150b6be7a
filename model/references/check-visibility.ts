import { printPath, type Path } from "../../diagnostics/index.ts";
import { asksForCounts } from "../global-limits.ts";
import type { Service, WorkloadService } from "../mesh.ts";
import { servicesOf } from "../services-of.ts";
import { isVisibleIn } from "../visibility.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** Who is declared to send to a service may hear of it: callers, gateways, and callers of who leads or mirrors to it. */
export function checkVisibility(context: ReferenceContext): void {
  const { gateways } = context.mesh;
  for (const { name } of servicesOf(context.mesh)) {
    const service = sureService(context, name);
    if (service?.kind === "workload") {
      checkCalls(context, service);
      checkCounts(context, service);
    } else if (service?.through !== undefined) {
      const gateway = gateways[service.through];
      if (gateway === undefined) continue;
      const path = ["services", name, "external", "through"];
      const who = { name: `the gateway "${gateway.name}"`, namespace: gateway.namespace };
      checkSeen(context, { service, who, path });
    }
  }
  for (const { name, namespace, hosts, tcp } of Object.values(gateways)) {
    const who = { name: `the gateway "${name}"`, namespace };
    for (const { host, service, paths } of hosts) {
      const path = ["gateways", name, "hosts", host];
      if (service !== undefined)
        checkAll(context, { to: service, who, path: [...path, "service"] });
      for (const each of paths) {
        checkAll(context, { to: each.service, who, path: [...path, "paths", each.path] });
      }
    }
    for (const { name: listener, service } of tcp) {
      checkAll(context, { to: service, who, path: ["gateways", name, "tcp", listener, "service"] });
    }
  }
}

/** Visibility is for proxies: who has none calls as if there was no mesh. */
function checkCalls(
  context: ReferenceContext,
  { name, namespace, inMesh, calls }: WorkloadService,
) {
  if (!inMesh) return;
  const who = { name: `"${name}"`, namespace };
  for (const { to } of calls) {
    checkAll(context, { to, who, path: ["services", name, "calls", to] });
  }
}

/** Who has a global limit calls the service that counts. */
function checkCounts(context: ReferenceContext, service: WorkloadService): void {
  const { name, namespace } = service;
  const { mesh } = context;
  if (mesh.globalLimits === undefined || !asksForCounts(mesh, service)) return;
  const who = { name: `"${name}"`, namespace };
  checkAll(context, { to: mesh.globalLimits.service, who, path: ["services", name, "limits"] });
}

interface Sender {
  readonly name: string;
  readonly namespace: string;
}

/** A service, and the others that its route sends requests to, or copies of them. */
function checkAll(
  context: ReferenceContext,
  { to, who, path }: { readonly to: string; readonly who: Sender; readonly path: Path },
): void {
  const service = sureService(context, to);
  if (service !== undefined) checkSeen(context, { service, who, path });
  const { routes } = context.mesh;
  const rules = Object.hasOwn(routes, to) ? (routes[to]?.rules ?? []) : [];
  if (rules.every(({ mirror, destinations }) => (mirror ?? destinations) === undefined)) return;
  const others = new Map([
    ...rules.flatMap(({ mirror }) =>
      mirror === undefined ? [] : [[mirror.service, "mirrors"] as const],
    ),
    ...rules.flatMap(({ destinations = [] }) =>
      destinations.map((each) => [each.service, "leads"] as const),
    ),
  ]);
  for (const [other, how] of others) {
    const led = sureService(context, other);
    if (led === undefined || other === to) continue;
    checkSeen(context, { service: led, who, path, via: `"${to}", which ${how} to "${other}"` });
  }
}

interface Seen {
  readonly service: Service;
  readonly who: Sender;
  readonly path: Path;
  readonly via?: string;
}

function checkSeen(context: ReferenceContext, { service, who, path, via }: Seen): void {
  const { name, visibility } = service;
  if (isVisibleIn(visibility, who.namespace) || visibility.kind === "mesh") return;
  const place = printPath(["services", name, "visibility"]);
  addError(context, {
    code: "HED2060",
    path,
    message: `${who.name} in namespace ${who.namespace} sends to ${via ?? `"${name}"`}, which is only visible in ${visibility.namespaces.join(", ")}, as ${place} says`,
    fix: `add ${who.namespace} to ${place}, or remove what sends there`,
  });
}
