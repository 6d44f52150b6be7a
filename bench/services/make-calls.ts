import { createSender } from "./client/create-sender.ts";
import { planHeader, requestHeader, type Call } from "./plan.ts";
import type { CallOutcome, Received } from "./report.ts";

/** Headers that a well behaved service hands on, so that tries and traces of a chain belong together. */
const handedOn = [requestHeader, "x-request-id", "traceparent", "tracestate", "b3"];

/** Calls others, one after the other, and says what came of it. A failed call does not stop the next. */
export async function makeCalls(
  calls: readonly (string | Call)[],
  received: Received,
): Promise<{ outcomes: CallOutcome[]; optional: boolean[] }> {
  const whole = calls.map((each): Call => (typeof each === "string" ? { url: each } : each));
  const outcomes: CallOutcome[] = [];
  for (const call of whole) outcomes.push(await makeCall(call, received));
  return { outcomes, optional: whole.map((each) => each.optional ?? false) };
}

async function makeCall(call: Call, received: Received): Promise<CallOutcome> {
  const inherited = handedOn.flatMap((name) => {
    const value = received.headers[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const plan = call.plan === undefined ? {} : { [planHeader]: JSON.stringify(call.plan) };
  const sender = await createSender({ url: call.url, keepAlive: false });
  try {
    const outcome = await sender.send({
      method: call.method ?? "GET",
      headers: { ...Object.fromEntries(inherited), ...plan, ...call.headers },
      body: call.body ?? "",
      timeoutMs: call.timeoutMs ?? 15_000,
    });
    const { status, ok, ms, error, report } = outcome;
    return {
      url: call.url,
      status,
      ok,
      ms,
      ...(error === undefined ? {} : { error: `${error.kind}: ${error.message}` }),
      ...(report === undefined ? {} : { report }),
    };
  } finally {
    sender.close();
  }
}
