import { printPath, type Path } from "../../diagnostics/index.ts";
import type { GatewayInput } from "../schema/gateway-schema.ts";
import { requirePort } from "./check-gateway-host.ts";
import { gatewayTarget } from "./gateway-target.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/** No two listeners of a gateway want one port, and those for TCP lead to a service with such a port. */
export function checkListeners(
  context: ReferenceContext,
  name: string,
  { ports, tcp = {} }: GatewayInput,
): void {
  const base = ["gateways", name];
  const listeners: (readonly [Path, number])[] = [
    [[...base, "ports", "http"], ports?.http ?? 80],
    [[...base, "ports", "https"], ports?.https ?? 443],
  ];
  for (const [listener, { port, service }] of Object.entries(tcp).sort(([a], [b]) => {
    return a < b ? -1 : 1;
  })) {
    listeners.push([[...base, "tcp", listener, "port"], port]);
    const path = [...base, "tcp", listener, "service"];
    const target = gatewayTarget(context, service, path);
    if (target === undefined) continue;
    requirePort(context, target, ["tcp", "tls"], { path, what: "a TCP listener" });
  }
  const taken = new Map<number, Path>();
  for (const [path, port] of listeners) {
    const first = taken.get(port);
    taken.set(port, first ?? path);
    if (first === undefined) continue;
    addError(context, {
      code: "HED2050",
      path,
      message: `port ${String(port)} is already taken by ${printPath(first)}; allowed: one listener a port`,
      fix: "choose another number for one of the two",
    });
  }
}
