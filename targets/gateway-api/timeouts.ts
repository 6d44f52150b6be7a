import type { Json, RouteRuleNode } from "../../graph/index.ts";
import { printDuration } from "../../model/index.ts";

/**
 * The deadlines of a rule: for the request with all its tries, and for each try. No try is given longer than the whole
 * request, which the Gateway API would refuse.
 */
export function timeouts({ timeout, retries }: RouteRuleNode): { readonly [key: string]: Json } {
  const perTry = (retries?.attempts ?? 0) > 0 ? retries?.perTryTimeout : undefined;
  const fields = {
    ...(timeout === undefined ? {} : { request: printDuration(timeout) }),
    ...(perTry === undefined
      ? {}
      : { backendRequest: printDuration(Math.min(perTry, timeout ?? perTry)) }),
  };
  return Object.keys(fields).length === 0 ? {} : { timeouts: fields };
}
