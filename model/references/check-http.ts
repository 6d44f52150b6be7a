import type { Path } from "../../diagnostics/index.ts";
import type { Service } from "../mesh.ts";
import { httpProtocols } from "../vocabulary.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/** The ports of a service whose requests can be seen one by one. */
export function requestPorts({ ports }: Service): Service["ports"] {
  return ports.filter(({ protocol }) => httpProtocols.some((each) => each === protocol));
}

/** Whether requests to the service can be seen one by one, on at least one port. */
export function speaksHttp(service: Service): boolean {
  return requestPorts(service).length > 0;
}

/** Says that a policy needs HTTP and that none of the service's ports speaks it. */
export function addNotHttp(
  context: ReferenceContext,
  service: Service,
  path: Path,
  what: string,
): void {
  const ports = service.ports.map(({ number, protocol }) => `${String(number)} (${protocol})`);
  addError(context, {
    code: "HED2009",
    path,
    message: `${what} on "${service.name}", whose ports are ${ports.join(", ")}; allowed on: ${httpProtocols.join(", ")}`,
    fix: `set the protocol under services.${service.name} if it does speak HTTP, or remove this`,
  });
}
