import { expect, test, vi } from "vitest";
import type { TrafficRequestInput, TrafficResult } from "../../bench/index.ts";

/** One way to the same services: through sidecars, or through a proxy at the edge. */
interface Way {
  readonly send: (
    service: string,
    traffic: Omit<TrafficRequestInput, "url">,
  ) => Promise<TrafficResult>;
  /** Has one or two of three instances fail each request meanwhile. */
  readonly failing: (instances: 1 | 2, look: () => Promise<void>) => Promise<void>;
  /** How many connections to a service the proxy has open. */
  readonly connections: (service: string) => Promise<number>;
}

const fail = { fail: { times: 1, status: 503 } };

/**
 * What holds of retries and connections whichever proxy makes them. `single`, `usual`, `bare` (a budget of one),
 * `patient` (a long backoff), `hasty` (a deadline for each try) and `brief` (a short `idleTimeout`) have one instance;
 * `elsewhere`, `anywhere`, `calm` and `panicking` (`minHealthPercent`) have three.
 */
export function reachTests({ send, failing, connections }: Way): void {
  test("an instance that is alone keeps its requests, however often it failed", async () => {
    const reset = await send("single", { plan: { fail: { reset: true } }, requests: 30 });
    expect(reset.statuses).toEqual({ "503": 30 });
    expect((await send("single", { requests: 20 })).statuses).toEqual({ "200": 20 });
  });

  test("a budget bounds retries", async () => {
    const load = { plan: { ...fail, delay: { ms: 100 } }, requests: 40, concurrency: 8 };
    const usual = await send("usual", load);
    expect(usual).toMatchObject({ statuses: { "200": 40 }, tries: { "2": 40 } });
    // One retry at a time: most of eight that fail together get none.
    const bare = await send("bare", load);
    expect(bare.statuses["503"]).toBeGreaterThan(12);
    expect(bare.tries["1"]).toBe(bare.statuses["503"]);
  });

  test("a retry comes after a pause, at random up to the backoff", async () => {
    const usual = await send("usual", { plan: fail, requests: 40 });
    const patient = await send("patient", { plan: fail, requests: 40 });
    expect(patient.statuses).toEqual({ "200": 40 });
    expect(patient.latency.p50).toBeGreaterThan(300);
    expect(patient.latency.p50).toBeGreaterThan(usual.latency.p50);
  });

  test("a try that takes longer than its deadline is cut, and the next one answers", async () => {
    const plan = { delay: { ms: 8000, times: 1 } };
    const { statuses, latency } = await send("hasty", { plan, requests: 16 });
    expect(statuses).toEqual({ "200": 16 });
    expect(latency.min).toBeGreaterThanOrEqual(450);
    expect(latency.max).toBeLessThan(3000);
  });

  test("a retry goes to another instance, unless that does not matter", async () => {
    await failing(1, async () => {
      const load = { requests: 300, concurrency: 4 };
      // Envoy looks five times for another one. False alarms: one in ten thousand runs.
      expect((await send("elsewhere", load)).failed).toBeLessThan(5);
      expect((await send("anywhere", load)).failed).toBeGreaterThan(12);
    });
  });

  test("when too few instances are healthy all of them are used again, where that is said", async () => {
    await failing(2, async () => {
      // Both hear of the same failures; of one of them the two instances then rest.
      const calm = async (): Promise<void> => {
        await send("panicking", { requests: 30 });
        expect((await send("calm", { requests: 30 })).failed).toBe(0);
      };
      await vi.waitFor(calm, { timeout: 20_000, interval: 250 });
      expect((await send("panicking", { requests: 60 })).failed).toBeGreaterThan(30);
    });
  });

  test("a connection without requests is closed after its time, and others stay", async () => {
    await send("brief", { requests: 4 });
    await send("single", { requests: 4 });
    const closed = async (): Promise<void> => {
      expect(await connections("brief")).toBe(0);
    };
    await vi.waitFor(closed, { timeout: 20_000, interval: 250 });
    expect(await connections("single")).toBeGreaterThan(0);
  });
}
