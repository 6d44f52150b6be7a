import { randomBytes } from "node:crypto";
import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { createSender } from "../services/client/create-sender.ts";
import type { Sender } from "../services/client/sender.ts";
import type { TlsFacts } from "../services/client/tls-facts.ts";
import { planHeader, requestHeader } from "../services/plan.ts";
import { createTally } from "./tally.ts";
import type { TrafficRequest } from "./traffic-request.ts";
import type { TrafficResult } from "./traffic-result.ts";

/**
 * Sends the traffic and adds up what came of it. When told to stop, or when the time is over, no request starts any
 * more and those in flight are finished, so the result counts every request whole.
 *
 * It is a measuring instrument, not a race for throughput, and so it is built on Node's own HTTP client and HDR
 * histogram. A load tool such as autocannon counts all errors in one sum, shows no certificate chain and dials no
 * other address than the URL's, which is what these tests assert on; and it speaks neither gRPC nor TCP.
 */
export async function generateTraffic(
  request: TrafficRequest,
  from: TrafficResult["from"],
  stop: AbortSignal,
): Promise<TrafficResult> {
  const run = randomBytes(4).toString("hex");
  const tally = createTally(request.keep);
  let tls: TlsFacts | undefined;
  const sender = await createSender({
    url: request.url,
    keepAlive: request.connections === "keep-alive",
    ...(request.connect ? { connect: request.connect } : {}),
    ...(request.tls ? { tls: withoutUndefined(request.tls) } : {}),
    onTls: (facts) => (tls = facts),
  });
  const startedAt = new Date();
  const pace = createPace(request, stop);
  const worker = async (): Promise<void> => {
    for (let number = await pace.next(); number !== undefined; number = await pace.next()) {
      const id = `${run}-${String(number)}`;
      const afterMs = pace.elapsedMs();
      tally.add(id, afterMs, await send(sender, request, id));
    }
  };
  const workers = Math.min(request.concurrency, request.requests);
  await Promise.all(Array.from({ length: workers }, worker));
  sender.close();
  return {
    run,
    url: request.url,
    from,
    startedAt: startedAt.toISOString(),
    elapsedMs: pace.elapsedMs(),
    endedBy: pace.endedBy(),
    ...tally.sums(),
    ...(tls ? { tls } : {}),
  };
}

function send(sender: Sender, request: TrafficRequest, id: string): ReturnType<Sender["send"]> {
  const { method, body, timeoutMs, plan } = request;
  const asked = Object.keys(plan).length === 0 ? {} : { [planHeader]: JSON.stringify(plan) };
  const headers = { [requestHeader]: id, "x-request-id": id, ...asked, ...request.headers };
  return sender.send({ method, headers, body, timeoutMs });
}

/** Hands out the numbers of requests, from 0, each when it is due; nothing once the run is over. */
interface Pace {
  next(): Promise<number | undefined>;
  elapsedMs(): number;
  endedBy(): TrafficResult["endedBy"];
}

function createPace({ requests, seconds, rate }: TrafficRequest, stop: AbortSignal): Pace {
  const started = performance.now();
  const over = AbortSignal.any([stop, AbortSignal.timeout(Math.ceil(seconds * 1000))]);
  // Each worker may wait on it.
  setMaxListeners(0, over);
  let handedOut = 0;
  let cut = false;
  const isOver = (): boolean => (cut ||= over.aborted);
  return {
    async next() {
      if (handedOut >= requests || isOver()) return undefined;
      const number = handedOut++;
      const due = rate === undefined ? 0 : (number * 1000) / rate - (performance.now() - started);
      if (due > 0) await sleep(due, undefined, { signal: over }).catch(() => undefined);
      return isOver() ? undefined : number;
    },
    elapsedMs: () => Math.round((performance.now() - started) * 1000) / 1000,
    endedBy: () => (!cut ? "count" : stop.aborted ? "stop" : "time"),
  };
}

/** Drops the keys that hold undefined, as exact optional properties want it. */
function withoutUndefined(tls: NonNullable<TrafficRequest["tls"]>): {
  ca?: string;
  servername?: string;
  verify: boolean;
} {
  const { ca, servername, verify } = tls;
  return {
    verify,
    ...(ca === undefined ? {} : { ca }),
    ...(servername === undefined ? {} : { servername }),
  };
}
