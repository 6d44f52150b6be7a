import type { Service } from "../mesh.ts";
import type { CallInput } from "../schema/service-schema.ts";
import { addNotHttp, speaksHttp } from "./check-http.ts";
import { checkKnownService } from "./check-known-service.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** Every call names another service of the mesh, and asks for no more than its protocol allows. */
export function checkCalls(context: ReferenceContext): void {
  for (const [from, { calls }] of context.services) {
    for (const [to, call] of Object.entries(calls ?? {})) {
      const path = ["services", from, "calls", to];
      if (from === to) {
        addError(context, {
          code: "HED2008",
          path,
          message: `"${from}" calls itself; allowed: calls to other services`,
          fix: "remove the call: what stays inside a service does not cross the mesh",
        });
        continue;
      }
      if (!checkKnownService(context, to, path)) continue;
      const callee = sureService(context, to);
      if (callee !== undefined) checkWildcard(context, callee, call, path);
      if (callee === undefined || speaksHttp(callee)) continue;
      for (const key of ["timeout", "retries"] as const) {
        if (call[key] !== undefined) addNotHttp(context, callee, [...path, key], key);
      }
    }
  }
}

/** A route needs a place to send to, which a wildcard is not. */
function checkWildcard(
  context: ReferenceContext,
  callee: Service,
  call: CallInput,
  path: readonly string[],
): void {
  if (callee.kind !== "external" || !callee.hosts.some((host) => host.startsWith("*."))) return;
  for (const key of ["timeout", "retries"] as const) {
    if (call[key] === undefined) continue;
    addError(context, {
      code: "HED2055",
      path: [...path, key],
      message: `${key} of calls to "${callee.name}", whose hosts are ${callee.hosts.join(", ")}; allowed: only to exact hosts`,
      fix: "name the hosts that are called, or set it in the caller itself",
    });
  }
}
