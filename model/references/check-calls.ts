import { addNotHttp, speaksHttp } from "./check-http.ts";
import { checkKnownService } from "./check-known-service.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** Every call names another service of the mesh, and asks for no more than its protocol allows. */
export function checkCalls(context: ReferenceContext): void {
  for (const [from, { calls }] of Object.entries(context.definition.services)) {
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
      if (callee === undefined || speaksHttp(callee)) continue;
      for (const key of ["timeout", "retries"] as const) {
        if (call[key] !== undefined) addNotHttp(context, callee, [...path, key], key);
      }
    }
  }
}
