import type { Path } from "../../diagnostics/index.ts";
import type { Service } from "../mesh.ts";
import { httpProtocols } from "../vocabulary.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/** Whether requests to the service can be seen one by one, on at least one port. */
export function speaksHttp(service: Service): boolean {
  return service.ports.some(({ protocol }) => httpProtocols.some((each) => each === protocol));
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
