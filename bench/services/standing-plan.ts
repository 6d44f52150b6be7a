import { z } from "zod";
import { planSchema, type Plan } from "./plan.ts";

/** A plan for all requests of an instance, for a bounded time. */
export const standingPlanSchema = z.strictObject({
  plan: planSchema,
  /** It ends by itself after so many seconds; default 300. */
  seconds: z.number().min(0).max(3600).default(300),
});

/** Holds the plan that an instance follows when requests say nothing else. */
export interface StandingPlan {
  set(standing: z.infer<typeof standingPlanSchema>): void;
  clear(): void;
  /** The plan in force now; empty when none was set or its time is over. */
  current(): Plan;
}

/** Makes a holder without a plan. */
export function createStandingPlan(now: () => number = Date.now): StandingPlan {
  let plan: Plan = {};
  let until = 0;
  return {
    set(standing) {
      plan = standing.plan;
      until = now() + standing.seconds * 1000;
    },
    clear() {
      plan = {};
    },
    current: () => (now() < until ? plan : {}),
  };
}
