import { z } from "zod";
import type { DestinationPolicyDefinition } from "../policy-definition.ts";
import { loadBalancingAlgorithms } from "../vocabulary.ts";
import {
  anyText,
  duration,
  flag,
  isNotEmpty,
  map,
  oneOf,
  percent,
  strict,
  text,
  wholeNumber,
} from "./field.ts";
import { textFormats } from "./text-format.ts";

/** More than a proxy can hold. */
const most = 1_000_000;
const count = wholeNumber(1, most);

const cookiePath = "a path that starts with /";
const hashKey = z.union(
  [
    strict({ header: text(textFormats.headerName) }),
    strict({
      cookie: text(textFormats.cookieName),
      ttl: duration().optional(),
      path: anyText(cookiePath).regex(/^\//, { error: cookiePath }).optional(),
    }),
    strict({ queryParameter: anyText("the name of a query parameter") }),
    strict({ sourceAddress: z.literal(true, { error: "true" }) }),
  ],
  { error: "one of {header}, {cookie, ttl, path}, {queryParameter}, {sourceAddress: true}" },
);

const loadBalancing = z.union(
  [oneOf(loadBalancingAlgorithms), strict({ consistentHash: hashKey })],
  { error: `${loadBalancingAlgorithms.join(", ")} or {"consistentHash": key}` },
);

const shares = map(textFormats.locality, wholeNumber(1, 100)).refine(isNotEmpty, {
  error: "at least one locality",
});
const locality = z.union(
  [
    strict({
      distribute: map(textFormats.locality, shares).refine(isNotEmpty, {
        error: "at least one locality",
      }),
    }),
    strict({ failover: map(textFormats.region, text(textFormats.region)) }),
  ],
  { error: '{"distribute": shares by locality} or {"failover": region by region}' },
);

const connections = strict({
  connectTimeout: duration().optional(),
  maxConnections: count.optional(),
  maxPendingRequests: count.optional(),
  maxConcurrentRequests: count.optional(),
  maxRequestsPerConnection: count.optional(),
  idleTimeout: duration().optional(),
  keepAlive: strict({
    time: duration(),
    interval: duration().optional(),
    probes: wholeNumber(1, 127).optional(),
  }).optional(),
  http2Upgrade: flag().optional(),
});

const outlierDetection = strict({
  consecutive5xxErrors: wholeNumber(0, most).optional(),
  consecutiveGatewayErrors: wholeNumber(0, most).optional(),
  consecutiveLocalOriginFailures: wholeNumber(1, most).optional(),
  interval: duration().optional(),
  baseEjectionTime: duration().optional(),
  maxEjectionPercent: wholeNumber(0, 100).optional(),
  minHealthPercent: wholeNumber(0, 100).optional(),
});

const fields = strict({
  loadBalancing: loadBalancing.optional(),
  warmUp: duration().optional(),
  locality: locality.optional(),
  connections: connections.optional(),
  outlierDetection: z
    .union([oneOf(["off"]), outlierDetection], { error: '"off", or a map of settings' })
    .optional(),
  retryBudget: strict({
    percent: percent(),
    // Istio takes 0 for nothing said.
    minConcurrency: count.optional(),
  }).optional(),
});

export type PolicyInput = z.output<typeof fields>;

/**
 * How clients reach a service. The type of what an author writes is narrower than the schema: it demands outlier
 * detection beside failover, which is checked where versions and services are seen together.
 */
export const policySchema = fields as unknown as z.ZodType<
  PolicyInput,
  DestinationPolicyDefinition
>;
