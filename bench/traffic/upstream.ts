import { seenSchema, type Seen } from "../services/seen.ts";
import type { Plan } from "../services/plan.ts";
import { loadKubeConfig, type ClusterAccess } from "./cluster-access.ts";
import type { DriverCommand } from "./driver-protocol.ts";
import { findPods, type Place } from "./find-pods.ts";
import { runDriver } from "./run-driver.ts";
import { trafficError } from "./traffic-error.ts";

/** Faults end by themselves after so many seconds; default 300, at most 3,600. */
interface Lasting {
  readonly seconds?: number;
}

/**
 * The instances of one sample service, controlled from within their pods, past every proxy. A fault goes to each
 * instance that is ready now and replaces the one before.
 */
export interface Upstream {
  /** The first `times` tries of each request fail, or a share `rate` of them, or all. Default status 503. */
  fail(fault: NonNullable<Plan["fail"]> & Lasting): Promise<void>;
  /** Each try (or the first `times` tries of each request) waits so many milliseconds. */
  delay(fault: NonNullable<Plan["delay"]> & Lasting): Promise<void>;
  /** Any plan for every request that brings none of its own. */
  plan(plan: Plan, lasting?: Lasting): Promise<void>;
  /** Ends every fault. */
  heal(): Promise<void>;
  /** What all instances have seen together; with the name of a run, `byRequest` holds only its requests. */
  seen(run?: string): Promise<Seen>;
  /** Sets the counters to zero. */
  forget(): Promise<void>;
}

type AdminRequest = Omit<Extract<DriverCommand, { kind: "admin" }>, "kind">;

const adminDeadlineMs = 30_000;

/** Controls the sample service at a place. Every method throws HED5004 when it cannot be reached. */
export function createUpstream(cluster: ClusterAccess, place: Place): Upstream {
  const ask = (request: AdminRequest): Promise<unknown[]> => askAll(cluster, place, request);
  const set = async (plan: Plan, { seconds }: Lasting = {}): Promise<void> => {
    await ask({ method: "PUT", path: "/plan", body: { plan, seconds } });
  };
  return {
    fail: ({ seconds, ...fail }) => set({ fail }, seconds === undefined ? {} : { seconds }),
    delay: ({ seconds, ...delay }) => set({ delay }, seconds === undefined ? {} : { seconds }),
    plan: set,
    async heal() {
      await ask({ method: "DELETE", path: "/plan" });
    },
    async seen(run) {
      const query = run === undefined ? "" : `?run=${encodeURIComponent(run)}`;
      const answers = await ask({ method: "GET", path: `/seen${query}` });
      return addUp(answers.map((answer) => seenSchema.parse(answer)));
    },
    async forget() {
      await ask({ method: "DELETE", path: "/seen" });
    },
  };
}

async function askAll(
  cluster: ClusterAccess,
  place: Place,
  request: AdminRequest,
): Promise<unknown[]> {
  const config = loadKubeConfig(cluster);
  const pods = await findPods(config, place);
  return Promise.all(
    pods.map(async (pod) => {
      const command = { kind: "admin", ...request } as const;
      const output = await runDriver(config, pod, command, adminDeadlineMs).output;
      if (output.kind === "admin" && output.status === 200) return output.body;
      throw trafficError({
        message: `${pod.namespace}/${pod.pod} refused ${request.method} ${request.path}: ${JSON.stringify(output)}`,
        fix: "correct the fault; its fields are described by Plan",
      });
    }),
  );
}

function addUp(all: readonly Seen[]): Seen {
  const add = (read: (seen: Seen) => Record<string, number>): Record<string, number> => {
    const sum: Record<string, number> = {};
    for (const seen of all)
      for (const [key, count] of Object.entries(read(seen))) sum[key] = (sum[key] ?? 0) + count;
    return sum;
  };
  return {
    total: all.reduce((total, seen) => total + seen.total, 0),
    byStatus: add((seen) => seen.byStatus),
    byCaller: add((seen) => seen.byCaller),
    byRequest: add((seen) => seen.byRequest),
  };
}
