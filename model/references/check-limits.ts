import { printPath } from "../../diagnostics/index.ts";
import { normalizeLimit } from "../normalize/normalize-limit.ts";
import type { LimitInput } from "../schema/limit-schema.ts";
import { addNotHttp, speaksHttp } from "./check-http.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** Limits are of requests, of a service in the mesh, and no two say different numbers for the same requests. */
export function checkLimits(context: ReferenceContext): void {
  for (const [name, { limits, external }] of context.services) {
    if (limits === undefined) continue;
    const path = ["services", name, "limits"];
    const service = sureService(context, name);
    if (external !== undefined) {
      addError(context, {
        code: "HED2004",
        path,
        message: `"${name}" is external, so no proxy of the mesh stands before it`,
        fix: "remove limits, or bound its connections in the policy",
      });
    } else if (service !== undefined && !speaksHttp(service)) {
      addNotHttp(context, service, path, "limits");
    }
    const seen = new Map<string, number>();
    for (const [index, limit] of limits.entries()) {
      const key = subjectOf(limit);
      const first = seen.get(key);
      seen.set(key, first ?? index);
      if (first === undefined) continue;
      addError(context, {
        code: "HED1035",
        path: [...path, index],
        message: `is for the same requests in the same unit as ${printPath([...path, first])}, and only the smaller one can count`,
        fix: "remove one of them",
      });
    }
  }
}

function subjectOf(limit: LimitInput): string {
  return JSON.stringify({ ...normalizeLimit(limit), requests: 0 });
}
