import { printPath, type Path } from "../../diagnostics/index.ts";
import type { HostPath } from "../mesh.ts";
import type { GatewayHostInput } from "../schema/gateway-schema.ts";
import { underHostPath } from "../under-rewrite.ts";
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
  for (const [handed, part] of Object.entries(paths)) {
    const { service: name, rewrite } = typeof part === "string" ? { service: part } : part;
    const at = typeof part === "string" ? [...place, handed] : [...place, handed, "service"];
    const service = gatewayTarget(context, name, at);
    if (service === undefined) continue;
    if (!speaksHttp(service)) addNotHttp(context, service, at, "a path of a gateway's host");
    const prefix = rewrite?.path.prefix ?? handed;
    const seen = prefix === handed ? {} : { rewrite: prefix };
    checkExpressions(context, { path: handed, service: name, ...seen }, at);
  }
}

/** A rule is for requests below the path, or for others: of an expression it has to show. */
function checkExpressions(
  context: ReferenceContext,
  { service, ...part }: HostPath,
  at: Path,
): void {
  const { routes } = context.mesh;
  const { path, rewrite } = part;
  const rules = Object.hasOwn(routes, service) ? (routes[service]?.rules ?? []) : [];
  for (const [index, { matches }] of rules.entries()) {
    for (const [number, match] of matches.entries()) {
      if (underHostPath(match.path, part) !== undefined) continue;
      const place = printPath(["routes", service, "rules", index, "matches", number, "path"]);
      if (rewrite !== undefined) {
        addError(context, {
          code: "HED2086",
          path: at,
          message: `which requests below ${path} fit "${match.path?.value ?? ""}" at ${place} cannot be told, because their path is written anew; allowed: exact paths and prefixes`,
          fix: "match by a prefix or an exact path, or leave rewrite out",
        });
        continue;
      }
      addError(context, {
        code: "HED2086",
        path: at,
        message: `whether requests below ${path} fit "${match.path?.value ?? ""}" at ${place} cannot be told; allowed: expressions that start with ${path}/, or with the text of another path`,
        fix: `write the start of the path into the expression, as in "${path}/.*", or match by prefix`,
      });
    }
  }
}
