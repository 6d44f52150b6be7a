import type { Path } from "../../diagnostics/index.ts";
import { listNames, suggest } from "../closest.ts";
import type { RouteRuleInput } from "../schema/route-schema.ts";
import { speaksHttp } from "./check-http.ts";
import { checkKnownService } from "./check-known-service.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** A mirror goes to a version of the service, or to another service that takes HTTP in the mesh. */
export function checkMirror(
  context: ReferenceContext,
  name: string,
  mirror: NonNullable<RouteRuleInput["mirror"]>,
  path: Path,
): void {
  if ("version" in mirror) {
    const service = sureService(context, name);
    if (service?.kind !== "workload") return;
    const known = service.versioned ? service.versions.map((each) => each.name) : [];
    if (known.includes(mirror.version)) return;
    addError(context, {
      code: "HED2002",
      path: [...path, "version"],
      message: `unknown version "${mirror.version}" of "${name}"; it has: ${listNames(known)}`,
      fix: suggest(mirror.version, known, `add it under services.${name}.versions`),
    });
    return;
  }
  const place = [...path, "service"];
  if (!checkKnownService(context, mirror.service, place)) return;
  const service = sureService(context, mirror.service);
  if (service === undefined) return;
  const why =
    service.name === name
      ? "is the service itself, which would get every request twice"
      : service.kind === "external"
        ? `is external (${service.host})`
        : speaksHttp(service)
          ? undefined
          : "has no port that speaks HTTP";
  if (why === undefined) return;
  addError(context, {
    code: "HED2022",
    path: place,
    message: `"${mirror.service}" ${why}; allowed: other services in the mesh that speak HTTP`,
    fix: "name another service, or a version of this one with `version`",
  });
}
