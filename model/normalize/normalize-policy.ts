import type {
  Connections,
  DestinationPolicy,
  HashKey,
  LoadBalancing,
  Locality,
  OutlierDetection,
} from "../policy.ts";
import type { PolicyInput } from "../schema/policy-schema.ts";
import { sortedMap } from "./sorted.ts";

type ConnectionsInput = NonNullable<PolicyInput["connections"]>;
type OutlierInput = Exclude<PolicyInput["outlierDetection"], "off" | undefined>;
type HashInput = Exclude<NonNullable<PolicyInput["loadBalancing"]>, string>["consistentHash"];

/** Room for a busy client, and an end to it: what is more would only wait, in memory, for a service that is behind. */
const usualConnections = {
  maxConnections: 4096,
  maxPendingRequests: 4096,
  maxConcurrentRequests: 8192,
  http2Upgrade: false,
} as const;

/**
 * Instances that cannot be reached rest for a while, never more than half of them. An answer, even a 503, is a sign of
 * life and does not count: who answers is not sent away because of what it says, unless the author wants it.
 */
const usualOutlierDetection: OutlierDetection = {
  consecutive5xxErrors: 0,
  consecutiveGatewayErrors: 0,
  consecutiveLocalOriginFailures: 5,
  interval: 5_000,
  baseEjectionTime: 10_000,
  maxEjectionPercent: 50,
  minHealthPercent: 0,
};

/** Fills in what an author left out. Whoever says nothing shares one policy, which is cheap to keep and to compare. */
export function normalizePolicy(input?: PolicyInput): DestinationPolicy {
  return input === undefined ? usualPolicy : completePolicy(input);
}

function completePolicy(input: PolicyInput): DestinationPolicy {
  const { warmUp, outlierDetection, locality, retryBudget } = input;
  return {
    loadBalancing: normalizeLoadBalancing(input.loadBalancing),
    ...(warmUp === undefined ? {} : { warmUp }),
    ...(locality === undefined ? {} : { locality: normalizeLocality(locality) }),
    connections: normalizeConnections(input.connections ?? {}),
    ...(outlierDetection === "off"
      ? {}
      : { outlierDetection: { ...usualOutlierDetection, ...stated(outlierDetection ?? {}) } }),
    ...(retryBudget === undefined
      ? {}
      : {
          retryBudget: {
            percent: retryBudget.percent,
            minConcurrency: retryBudget.minConcurrency ?? 10,
          },
        }),
  };
}

/** The policy of a service that says none. */
export const usualPolicy: DestinationPolicy = completePolicy({});

/** What a version says over what its service says, field by field. */
export function overPolicy(own: PolicyInput, service: PolicyInput = {}): PolicyInput {
  const outlierDetection = own.outlierDetection ?? service.outlierDetection;
  return {
    ...service,
    ...own,
    connections: { ...service.connections, ...own.connections },
    ...(outlierDetection === undefined || outlierDetection === "off"
      ? { outlierDetection }
      : { outlierDetection: { ...settingsOf(service), ...settingsOf(own) } }),
  };
}

function settingsOf({ outlierDetection }: PolicyInput): OutlierInput {
  return outlierDetection === undefined || outlierDetection === "off" ? {} : outlierDetection;
}

function normalizeConnections(input: ConnectionsInput): Connections {
  const { keepAlive, ...rest } = input;
  return {
    ...usualConnections,
    ...stated(rest),
    ...(keepAlive === undefined
      ? {}
      : { keepAlive: { time: keepAlive.time, ...stated(keepAlive) } }),
  };
}

function normalizeLoadBalancing(input: PolicyInput["loadBalancing"]): LoadBalancing {
  if (input === undefined) return { kind: "least-request" };
  if (typeof input === "string") return { kind: input };
  return { kind: "consistent-hash", key: hashKey(input.consistentHash) };
}

/** Header names are compared without case in HTTP, and in lower case by the proxies. */
function hashKey(input: HashInput): HashKey {
  if ("header" in input) return { kind: "header", name: input.header.toLowerCase() };
  if ("queryParameter" in input) return { kind: "query-parameter", name: input.queryParameter };
  if ("sourceAddress" in input) return { kind: "source-address" };
  const { cookie, ttl, path } = input;
  return { kind: "cookie", name: cookie, ttl: ttl ?? 0, path: path ?? "/" };
}

function normalizeLocality(input: NonNullable<PolicyInput["locality"]>): Locality {
  if ("failover" in input) {
    return { kind: "failover", failover: sortedMap(input.failover, (to) => to) };
  }
  const distribute = sortedMap(input.distribute, (shares) => sortedMap(shares, (share) => share));
  return { kind: "distribute", distribute };
}

/** Without the keys whose value is undefined, in one order. */
function stated<Input extends object>(
  input: Input,
): { [Key in keyof Input]?: Exclude<Input[Key], undefined> } {
  const entries = Object.entries(input).filter(([, value]) => value !== undefined);
  // The keys are those of the input, which `Object.entries` forgets.
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) as {
    [Key in keyof Input]?: Exclude<Input[Key], undefined>;
  };
}
