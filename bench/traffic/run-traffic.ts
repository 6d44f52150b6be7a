import { z } from "zod";
import { loadKubeConfig, type ClusterAccess } from "./cluster-access.ts";
import { findPods, type Place } from "./find-pods.ts";
import { runDriver, type RunningDriver } from "./run-driver.ts";
import { trafficError } from "./traffic-error.ts";
import { trafficRequestSchema, type TrafficRequestInput } from "./traffic-request.ts";
import type { TrafficResult } from "./traffic-result.ts";

/** Traffic and the workload that sends it. */
export type PodTraffic = TrafficRequestInput & { readonly from: Place };

/** Load that runs beside a change. */
export interface Load {
  /** Ends the load (requests in flight are finished) and gives its result; again, the same result. */
  stop(): Promise<TrafficResult>;
  /** The result when the load ends by itself. */
  readonly result: Promise<TrafficResult>;
}

/** Time beyond the traffic's own bounds for starting the driver and bringing the result back. */
const graceMs = 30_000;

/**
 * Sends bounded traffic from inside a workload and gives what came of it. A workload outside the mesh (without a
 * sidecar) shows what strangers get: the kinds of errors are in the result, nothing is thrown for them.
 *
 * @throws HeddleError HED1008 when the request is not valid, HED5004 when the traffic could not be sent
 */
export async function sendTraffic(
  cluster: ClusterAccess,
  traffic: PodTraffic,
): Promise<TrafficResult> {
  return readResult((await start(cluster, traffic, false)).output);
}

/**
 * Starts load and resolves when it flows. Bounded all the same: by default 300 seconds and 1,000,000 requests at 100
 * a second; it also ends when this process does.
 *
 * @throws HeddleError as `sendTraffic`
 */
export async function startLoad(cluster: ClusterAccess, traffic: PodTraffic): Promise<Load> {
  const whole = { requests: 1_000_000, seconds: 300, rate: 100, ...traffic };
  const driver = await start(cluster, whole, true);
  const result = readResult(driver.output);
  // Whoever asks for the result gets the error; until then it is not unhandled.
  result.catch(() => undefined);
  await driver.started;
  return {
    result,
    stop() {
      driver.stop();
      return result;
    },
  };
}

async function start(
  cluster: ClusterAccess,
  { from, ...traffic }: PodTraffic,
  stoppable: boolean,
): Promise<RunningDriver> {
  const parsed = trafficRequestSchema.safeParse(traffic);
  if (!parsed.success) {
    throw trafficError({
      code: "HED1008",
      message: `the traffic request is not valid: ${z.prettifyError(parsed.error)}`,
      fix: "correct these fields; they are described by TrafficRequestInput",
    });
  }
  const config = loadKubeConfig(cluster);
  const [place] = await findPods(config, from);
  if (place === undefined) throw new Error("findPods gives at least one pod");
  const deadlineMs = parsed.data.seconds * 1000 + parsed.data.timeoutMs + graceMs;
  const command = { kind: "traffic", traffic: parsed.data, stoppable } as const;
  return runDriver(config, place, command, deadlineMs);
}

async function readResult(output: RunningDriver["output"]): Promise<TrafficResult> {
  const result = await output;
  if (result.kind === "traffic") return result.result;
  throw trafficError({
    message: `the driver answered ${result.kind} instead of a traffic result`,
    fix: "make the sample image again, so that it fits this version: heddle bench up",
  });
}
