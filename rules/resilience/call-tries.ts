import type { CallEdge, Graph } from "../../graph/graph.ts";
import { serviceById } from "../../graph/query.ts";
import type { RetryCondition } from "../../model/vocabulary.ts";
import { triesOf } from "../retry-arithmetic.ts";

/** An edge of the call graph with the most requests that it makes of one. */
export interface TriedCall {
  readonly call: CallEdge;
  /** When the callee itself fails: every retry condition can be the reason. */
  readonly tries: number;
  /** When something behind the callee fails and the callee passes the error on as an answer. */
  readonly triesOnError: number;
}

/** An error of another service arrives as an answer, or too late: connections are not refused by it. */
const httpErrors: readonly RetryCondition[] = ["5xx", "gateway-error", "reset"];
const grpcErrors: readonly RetryCondition[] = [
  "cancelled",
  "deadline-exceeded",
  "internal",
  "resource-exhausted",
  "unavailable",
];

/** How often each call can be tried, at worst; a retry budget that somebody said bounds it. gRPC conditions only count where the callee speaks gRPC. */
export function triedCalls(graph: Pick<Graph, "calls" | "services">): readonly TriedCall[] {
  return graph.calls.map((call) => {
    const callee = serviceById(graph, call.to);
    // A callee that is not described here may speak anything.
    const grpc = callee?.ports.some((port) => port.protocol === "grpc") ?? true;
    const passedOn = call.retries?.on.some(
      (each) =>
        httpErrors.includes(each) || /^5\d\d$/.test(each) || (grpc && grpcErrors.includes(each)),
    );
    const tries = Math.min(triesOf(call.retries), budgetFactor(call));
    return { call, tries, triesOnError: passedOn === true ? tries : 1 };
  });
}

/** Under load, a budget lets so many requests become of one; what may always be retried is too little to count. */
function budgetFactor({ retryBudget }: CallEdge): number {
  return retryBudget === undefined ? Infinity : 1 + retryBudget / 100;
}
