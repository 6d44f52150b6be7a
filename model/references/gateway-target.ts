import type { Path } from "../../diagnostics/index.ts";
import type { Service } from "../mesh.ts";
import { checkKnownService } from "./check-known-service.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** The service that a gateway leads to, once it is known and runs in the mesh. */
export function gatewayTarget(
  context: ReferenceContext,
  name: string,
  path: Path,
): Service | undefined {
  if (!checkKnownService(context, name, path)) return undefined;
  const service = sureService(context, name);
  if (service?.kind !== "external") return service;
  addError(context, {
    code: "HED2004",
    path,
    message: `"${name}" is external, so a gateway cannot lead to it`,
    fix: "name a service whose workloads run in the mesh",
  });
  return undefined;
}
