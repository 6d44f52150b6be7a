import { hasGlobalLimits } from "../global-limits.ts";
import type { Service } from "../mesh.ts";
import { checkKnownService } from "./check-known-service.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

const place = ["globalLimits", "service"];

/** Somebody counts for all where a limit is global, and is able to. */
export function checkGlobalLimits(context: ReferenceContext): void {
  checkCounted(context);
  const { globalLimits } = context.mesh;
  if (globalLimits === undefined) return;
  const name = globalLimits.service;
  if (!checkKnownService(context, name, place)) return;
  const service = sureService(context, name);
  if (service === undefined) return;
  for (const [what, fix] of obstacles(service)) {
    addError(context, {
      code: "HED2081",
      path: place,
      message: `"${name}" cannot count limits: ${what}`,
      fix,
    });
  }
}

function checkCounted(context: ReferenceContext): void {
  if (context.countsForAll) return;
  for (const [name, { limits = [] }] of context.services) {
    for (const [index, { scope }] of limits.entries()) {
      if (scope !== "global") continue;
      addError(context, {
        code: "HED2080",
        path: ["services", name, "limits", index, "scope"],
        message: "is global, and the mesh does not say who counts for all",
        fix: "add globalLimits with the service that runs Envoy's rate limit service, or make it local",
      });
    }
  }
}

/** What keeps a service from being asked, each with the way out. */
function obstacles(service: Service): readonly (readonly [string, string])[] {
  const { name, ports } = service;
  if (service.kind === "external") {
    return [["it is outside the mesh", "name a service of the mesh"]];
  }
  const { headless, host, requires } = service;
  return [
    ...(ports.some(({ protocol }) => protocol === "grpc")
      ? []
      : [["none of its ports speaks gRPC", `set services.${name}.protocol to grpc`] as const]),
    ...(headless
      ? [["it has no address of its own", `remove services.${name}.headless`] as const]
      : []),
    ...(host !== undefined
      ? [
          [
            "its own Service is asked, and a host takes its place",
            `remove services.${name}.host`,
          ] as const,
        ]
      : []),
    ...(requires === undefined || requires.optional
      ? []
      : [["proxies have no token to show it", `remove services.${name}.requires`] as const]),
    ...(hasGlobalLimits(service)
      ? [
          [
            "it would have to ask itself",
            `make the limits of services.${name} local, or name another service`,
          ] as const,
        ]
      : []),
  ];
}
