import type { Feature } from "../targets/features.ts";
import type { TrafficProof } from "./traffic-proofs.ts";

/** Features by the title of the test that measures them. */
type Titles = Readonly<Record<string, readonly Feature[]>>;

/** What is measured alike at the edge and between sidecars. */
const both: Titles = {
  "a cookie that the proxy gives leads to the same instance": ["policy/consistent-hash"],
  "more requests than allowed at once are refused at once, until there are fewer again": [
    "policy/connections",
  ],
  "an instance that fails three times in a row rests, and comes back": ["policy/outlier-detection"],
  "pauses between tries grow up to the longest one": ["routes/retry-max-backoff"],
  "limits hold for all together, for each client, and for a part only": ["limits/local"],
};

/** The same tests, run at the edge and between sidecars. */
const reached: Titles = {
  "a budget bounds retries": ["policy/retry-budget"],
  "a try that takes longer than its deadline is cut, and the next one answers": [
    "routes/per-try-timeout",
  ],
  "a retry comes after a pause, at random up to the backoff": ["routes/retry-backoff"],
  "a retry goes to another instance, unless that does not matter": ["routes/retry-same-host"],
  "when too few instances are healthy all of them are used again, where that is said": [
    "policy/outlier-detection",
  ],
  "a connection without requests is closed after its time, and others stay": ["policy/connections"],
};

const atTheEdge: Titles = {
  ...both,
  "round robin takes turns": ["policy/load-balancing"],
  "limits hold for all together, for each client, and for a part only": [
    "limits/local",
    "limits/outside",
  ],
  "scripts see requests in the order of the list, and answers the other way": [
    "extensions/gateways",
  ],
};

const betweenSidecars: Titles = {
  ...both,
  "least request spares a slow instance, round robin does not": ["policy/load-balancing"],
  "a new instance is spared, and then has its share": ["policy/warm-up"],
  "requests stay near, leave when the near instance fails, and come back": [
    "policy/locality",
    "policy/inside",
  ],
  "a retry leaves the locality only where that is said": ["routes/retry-other-localities"],
  "no caller gets a count of its own by naming another address": ["limits/local"],
  "clients that come through a gateway have a count for each of their addresses": ["limits/local"],
  "shares by locality": ["policy/locality"],
};

/** Limits that are counted by all together. */
const countedAtTheEdge: Titles = {
  "two proxies share one count, and say how much is left": ["limits/global"],
  "each client has a count of its own, shared by both proxies": ["limits/global"],
  "without a count requests pass, or are refused, as the mesh says": ["limits/global"],
};

const countedBetweenSidecars: Titles = {
  "two instances share one count, and say how much is left": ["limits/global"],
  "each client has a count of its own": ["limits/global"],
  "when nobody counts, requests pass": ["limits/global"],
};

/** Tests of policies of destinations, limits and retries. */
export function policyProofs(): readonly TrafficProof[] {
  const shared = "test/e2e/reach-tests.ts";
  return [
    ...proofs(reached, { target: "envoy", file: shared }),
    ...proofs(reached, { target: "istio", file: shared }),
    ...proofs(atTheEdge, { target: "envoy", file: "test/e2e/edge-policy.e2e.test.ts" }),
    ...proofs(betweenSidecars, { target: "istio", file: "test/e2e/resilience.e2e.test.ts" }),
    ...proofs(countedAtTheEdge, { target: "envoy", file: "test/e2e/edge-limits.e2e.test.ts" }),
    ...proofs(countedBetweenSidecars, {
      target: "istio",
      file: "test/e2e/global-limits.e2e.test.ts",
    }),
  ];
}

function proofs(
  titles: Titles,
  at: Pick<TrafficProof, "target" | "file">,
): readonly TrafficProof[] {
  return Object.entries(titles).flatMap(([title, features]) =>
    features.map((feature) => ({ ...at, feature, title })),
  );
}
