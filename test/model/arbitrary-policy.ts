import fc from "fast-check";
import type {
  DestinationPolicyDefinition,
  LimitDefinition,
  ServiceDefinition,
} from "../../model/index.ts";
import { duration } from "./arbitrary-route.ts";

const count = fc.integer({ min: 1, max: 1_000_000 });
const outliers = fc.record(
  {
    consecutive5xxErrors: fc.integer({ min: 10, max: 20 }),
    consecutiveGatewayErrors: fc.integer({ min: 0, max: 9 }),
    consecutiveLocalOriginFailures: count,
    interval: duration,
    baseEjectionTime: duration,
    maxEjectionPercent: fc.integer({ min: 1, max: 100 }),
    minHealthPercent: fc.integer({ min: 0, max: 99 }),
  },
  { requiredKeys: [] },
);
const policyFields = {
  loadBalancing: fc.constantFrom(
    ...(["least-request", "round-robin", "random"] as const),
    { consistentHash: { header: "X-User" } },
    { consistentHash: { cookie: "session", ttl: "1m30s" as const } },
    { consistentHash: { queryParameter: "id" } },
    { consistentHash: { sourceAddress: true as const } },
  ),
  connections: fc.record(
    {
      connectTimeout: duration,
      maxConnections: count,
      maxPendingRequests: count,
      maxConcurrentRequests: count,
      maxRequestsPerConnection: count,
      idleTimeout: duration,
      keepAlive: fc.constant({ time: "1m30s" as const }),
      http2Upgrade: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
  retryBudget: fc.record(
    { percent: fc.constantFrom(0, 12.5, 100), minConcurrency: fc.integer({ min: 1, max: 100 }) },
    { requiredKeys: ["percent"] },
  ),
} as const;
/** How a service is reached, in every way. */
export const policy: fc.Arbitrary<DestinationPolicyDefinition> = fc.oneof(
  fc.record(
    {
      ...policyFields,
      outlierDetection: fc.oneof(fc.constant("off" as const), outliers),
      locality: fc.constantFrom(
        { distribute: { "eu/*": { "eu/west": 80, "eu/north": 20 } } },
        { distribute: { "eu/west/a": { "*": 100 }, us: { "us/*": 99, "eu/west/a": 1 } } },
      ),
    },
    { requiredKeys: [] },
  ),
  fc.record(
    {
      ...policyFields,
      outlierDetection: outliers,
      locality: fc.constantFrom({ failover: {} }, { failover: { eu: "us" } }),
    },
    { requiredKeys: ["outlierDetection", "locality"] },
  ),
);

const limit: fc.Arbitrary<LimitDefinition> = fc.record(
  {
    requests: count,
    per: fc.constantFrom("second", "minute", "hour"),
    scope: fc.constantFrom("local", "global"),
    by: fc.constantFrom({ header: "X-Client" }, { remoteAddress: true as const }),
    match: fc.constantFrom(
      { path: "/a.b" },
      { path: { prefix: "/c" }, method: "POST" as const },
      { method: "GET" as const },
    ),
  },
  { requiredKeys: ["requests", "per"] },
);

/** Limits of one service. */
export const limits: fc.Arbitrary<readonly LimitDefinition[]> = fc.uniqueArray(limit, {
  minLength: 1,
  maxLength: 3,
  selector: subject,
});

/** What a limit counts: no two of a service count the same. */
function subject({ per, scope = "local", by, match }: LimitDefinition): string {
  return JSON.stringify([per, scope, by, match]);
}

/** The versions as a list, or as a map in which each says what differs. */
export function withPolicy(
  versions: readonly string[],
  policy: DestinationPolicyDefinition | undefined,
): NonNullable<ServiceDefinition["versions"]> {
  if (policy?.outlierDetection === undefined || policy.outlierDetection === "off") return versions;
  return Object.fromEntries(versions.map((name) => [name, { policy }]));
}
