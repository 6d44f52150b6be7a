/** What the demo shows of a deployed mesh, and what the end-to-end tests assert. */
import { declaredCalls } from "./declared-calls.ts";
import { identity } from "./identity.ts";
import { ingress } from "./ingress.ts";
import { plaintext } from "./plaintext.ts";
import { retries } from "./retries.ts";
import type { Scenario } from "./scenario.ts";
import { split } from "./split.ts";
import { timeout } from "./timeout.ts";
import { workloadChain } from "./workload-chain.ts";

/** In the order of the table. */
export const scenarios: readonly Scenario[] = [
  split,
  retries,
  timeout,
  plaintext,
  declaredCalls,
  identity,
  workloadChain,
  ingress,
];
export type { Deployment, Outcome, Scenario } from "./scenario.ts";
