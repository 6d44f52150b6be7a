import type { Retries } from "../../model/retries.ts";

const http: readonly string[] = ["5xx", "gateway-error", "reset"];
const grpc: readonly string[] = ["cancelled", "deadline-exceeded", "internal", "unavailable"];

/**
 * Those retry conditions that can come after the request took effect, so that a retry does it twice. An answer that says
 * that nothing was done (4xx, `resource-exhausted`) is none; gRPC's statuses count only where gRPC is spoken.
 */
export function repeatingConditions(
  retries: Retries | undefined,
  speaksGrpc: boolean,
): readonly string[] {
  if (retries === undefined || retries.attempts === 0) return [];
  return retries.on.filter(
    (each) => http.includes(each) || /^5\d\d$/.test(each) || (speaksGrpc && grpc.includes(each)),
  );
}
