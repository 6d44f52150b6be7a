import { setTimeout as sleep } from "node:timers/promises";
import { makeCalls } from "./make-calls.ts";
import type { Plan } from "./plan.ts";
import { peerIdentity } from "./peer-identity.ts";
import { requestHeader } from "./plan.ts";
import { bodyLimit, type Received, type Report } from "./report.ts";
import type { SeenCounters } from "./seen.ts";
import type { Settings } from "./settings.ts";
import type { StandingPlan } from "./standing-plan.ts";

/** What every server of one instance shares. */
export interface Instance {
  readonly settings: Settings;
  readonly seen: SeenCounters;
  readonly standing: StandingPlan;
  /** True once the instance shuts down. */
  draining: boolean;
}

/** A request as a server received it, whatever its protocol. */
export type Incoming = Pick<Received, "protocol" | "method" | "path" | "host" | "headers"> & {
  readonly body: Buffer;
};

/** What the server shall do now. */
export type Answer =
  | { readonly kind: "reset" }
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly grpc: number;
      readonly report: Report;
    };

/** Follows a plan for one request: waits, fails, calls others; gives the answer to send. */
export async function perform(instance: Instance, plan: Plan, incoming: Incoming): Promise<Answer> {
  const received = receive(instance.seen, plan, incoming);
  const report = (failure?: string, calls: Report["calls"] = []): Report => ({
    ...identify(instance.settings),
    request: received,
    calls,
    served: instance.seen.served(),
    ...(failure === undefined ? {} : { failure }),
  });
  const { delay, fail } = plan;
  if (delay && received.try <= (delay.times ?? Infinity)) await sleep(delay.ms);
  if (fail && mustFail(fail, received.try)) {
    if (fail.reset) return { kind: "reset" };
    const { status = 503, grpc = 14 } = fail;
    return { kind: "answer", status, grpc, report: report("the plan says so") };
  }
  const calls = await makeCalls(plan.call ?? [], received);
  const failed = calls.outcomes.some((each, index) => !each.ok && !calls.optional[index]);
  if (!failed)
    return { kind: "answer", status: 200, grpc: 0, report: report(undefined, calls.outcomes) };
  return { kind: "answer", status: 502, grpc: 14, report: report("a call failed", calls.outcomes) };
}

function mustFail(fail: NonNullable<Plan["fail"]>, tryNumber: number): boolean {
  if (fail.times === undefined && fail.rate === undefined) return true;
  return tryNumber <= (fail.times ?? 0) || Math.random() < (fail.rate ?? 0);
}

function identify(
  settings: Settings,
): Pick<Report, "service" | "version" | "namespace" | "pod" | "instance"> {
  const { service, version, namespace, pod, instance } = settings;
  return { service, version, namespace, pod, instance };
}

function receive(seen: SeenCounters, plan: Plan, incoming: Incoming): Received {
  const { body, ...rest } = incoming;
  const { headers } = incoming;
  const id = headers[requestHeader] ?? headers["x-request-id"] ?? "";
  const peer = peerIdentity(headers["x-forwarded-client-cert"]);
  // With several instances behind a name, a retry may come to another one, which only the proxy's own count shows.
  const stated = Number(headers["x-envoy-attempt-count"] ?? 1);
  const own = seen.arrive(id, peer);
  return {
    id,
    try: Math.max(own, Number.isSafeInteger(stated) ? stated : 1),
    ...rest,
    bodyBytes: body.length,
    ...(plan.echo ? { body: body.toString("utf8").slice(0, bodyLimit) } : {}),
    ...(peer === undefined ? {} : { peer }),
  };
}
