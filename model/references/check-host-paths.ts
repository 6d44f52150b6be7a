import { printPath, type Path } from "../../diagnostics/index.ts";
import type { GatewayHostInput } from "../schema/gateway-schema.ts";
import { underPath } from "../under-path.ts";
import { gatewayTarget } from "./gateway-target.ts";
import { addNotHttp, speaksHttp } from "./check-http.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/** Parts of a host are handed over where the gateway sees requests, to a service that takes them. */
export function checkHostPaths(
  context: ReferenceContext,
  { paths, tls }: GatewayHostInput,
  path: Path,
): void {
  if (paths === undefined) return;
  const place = [...path, "paths"];
  if (tls?.mode === "passthrough") {
    addError(context, {
      code: "HED2085",
      path: place,
      message: `got paths beside ${printPath([...path, "tls"])}: the gateway sees no paths there; allowed: where TLS ends at the gateway, and for plain HTTP`,
      fix: "end TLS at the gateway with a secret, or remove paths",
    });
  }
  for (const [handed, name] of Object.entries(paths)) {
    const at = [...place, handed];
    const service = gatewayTarget(context, name, at);
    if (service === undefined) continue;
    if (!speaksHttp(service)) addNotHttp(context, service, at, "a path of a gateway's host");
    checkExpressions(context, { path: handed, service: name }, at);
  }
}

/** A rule is for requests below the path, or for others: of an expression it has to show. */
function checkExpressions(
  context: ReferenceContext,
  { path, service }: { readonly path: string; readonly service: string },
  at: Path,
): void {
  const { routes } = context.mesh;
  const rules = Object.hasOwn(routes, service) ? (routes[service]?.rules ?? []) : [];
  for (const [index, { matches }] of rules.entries()) {
    for (const [number, match] of matches.entries()) {
      if (underPath(match.path, path) !== undefined) continue;
      const place = printPath(["routes", service, "rules", index, "matches", number, "path"]);
      addError(context, {
        code: "HED2086",
        path: at,
        message: `whether requests below ${path} fit "${match.path?.value ?? ""}" at ${place} cannot be told; allowed: expressions that start with ${path}/, or with the text of another path`,
        fix: `write the start of the path into the expression, as in "${path}/.*", or match by prefix`,
      });
    }
  }
}
