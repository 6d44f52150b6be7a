import type { Path } from "../../diagnostics/index.ts";
import type { Service } from "../mesh.ts";
import type { GatewayHostInput } from "../schema/gateway-schema.ts";
import type { Protocol } from "../vocabulary.ts";
import { addNotHttp, speaksHttp } from "./check-http.ts";
import { checkHostPaths } from "./check-host-paths.ts";
import { gatewayTarget } from "./gateway-target.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/** The service of a host runs in the mesh and speaks what is left when the gateway has done its part. */
export function checkGatewayHost(
  context: ReferenceContext,
  definition: GatewayHostInput,
  path: Path,
): void {
  const { service: name } = definition;
  checkHostPaths(context, definition, path);
  const service =
    name === undefined ? undefined : gatewayTarget(context, name, [...path, "service"]);
  checkPlainHttp(context, definition, service, path);
  if (service === undefined) return;
  const { tls, paths } = definition;
  if (tls === undefined || (paths !== undefined && tls.mode !== "passthrough")) {
    if (!speaksHttp(service)) addNotHttp(context, service, [...path, "service"], "a gateway host");
  } else if (tls.mode === "passthrough") {
    requirePort(context, service, ["tls"], { path: [...path, "tls"], what: "passthrough" });
  } else if (!speaksHttp(service)) {
    const what = "the end of TLS";
    requirePort(context, service, ["tcp"], { path: [...path, "tls"], what, orHttp: true });
  }
}

/** Says so where no port of the service speaks one of the protocols. */
export function requirePort(
  context: ReferenceContext,
  service: Service,
  protocols: readonly Protocol[],
  { path, what, orHttp = false }: { path: Path; what: string; orHttp?: boolean },
): void {
  if (service.ports.some(({ protocol }) => protocols.includes(protocol))) return;
  const ports = service.ports.map(({ number, protocol }) => `${String(number)} (${protocol})`);
  const allowed = [...(orHttp ? ["http", "http2", "grpc"] : []), ...protocols];
  addError(context, {
    code: "HED2052",
    path,
    message: `${what} at a gateway for "${service.name}", whose ports are ${ports.join(", ")}; allowed for: ${allowed.join(", ")}`,
    fix: `set the protocol of its port under services.${service.name}, or change the gateway`,
  });
}

/** `http` says something only beside TLS with HTTP inside, and never a way round client certificates. */
function checkPlainHttp(
  context: ReferenceContext,
  { http, tls }: GatewayHostInput,
  service: Service | undefined,
  path: Path,
): void {
  if (http === undefined) return;
  const refuse = (message: string, fix: string): void => {
    addError(context, { code: "HED2052", path: [...path, "http"], message, fix });
  };
  if (tls === undefined) {
    refuse(`got http: ${http} without tls; allowed: only beside tls`, "add tls, or remove http");
  } else if (http !== "refuse" && tls.mode === "passthrough") {
    refuse(
      `got http: ${http} beside passthrough; allowed: refuse, the gateway sees no requests`,
      "remove http",
    );
  } else if (http !== "refuse" && service !== undefined && !speaksHttp(service)) {
    refuse(
      `got http: ${http} for "${service.name}", which speaks no HTTP; allowed: refuse`,
      "remove http",
    );
  } else if (http === "serve" && tls.mode !== "passthrough" && tls.clients !== undefined) {
    refuse(
      "got http: serve beside client certificates; allowed: redirect, refuse: plain HTTP would be a way round them",
      'write http: "redirect", or remove clients',
    );
  }
}
