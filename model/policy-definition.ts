import type { DurationText } from "./duration.ts";
import type { LoadBalancingAlgorithm } from "./vocabulary.ts";

/**
 * How clients reach the instances of a service, as an author writes it. Said for a service and, field by field, for
 * single versions of it. It holds in every proxy for itself: ten callers with at most 100 connections each are 1000.
 */
export type DestinationPolicyDefinition = DestinationPolicyFields &
  (
    | {
        /** `"off"`: an instance that fails keeps its share. */
        readonly outlierDetection?: OutlierDetectionDefinition | "off";
        readonly locality?: LocalityDistributionDefinition;
      }
    | {
        /**
         * Failover between localities needs to know which instances fail, so it has to be said here. `object`, because
         * a text would do for a type of which everything is optional.
         */
        readonly outlierDetection: OutlierDetectionDefinition & object;
        readonly locality: LocalityFailoverDefinition;
      }
  );

/** The part of a policy that a service without requests can have. */
export interface BytesPolicyDefinition {
  readonly loadBalancing?:
    LoadBalancingAlgorithm | { readonly consistentHash: { readonly sourceAddress: true } };
  readonly warmUp?: DurationText;
  readonly locality?: LocalityDistributionDefinition | LocalityFailoverDefinition;
  readonly connections?: Omit<
    ConnectionsDefinition,
    "maxPendingRequests" | "maxConcurrentRequests" | "maxRequestsPerConnection" | "http2Upgrade"
  >;
  readonly outlierDetection?:
    "off" | Omit<OutlierDetectionDefinition, "consecutive5xxErrors" | "consecutiveGatewayErrors">;
  readonly retryBudget?: never;
}

interface DestinationPolicyFields {
  /** Which instance gets the next request. Default `least-request`. */
  readonly loadBalancing?: LoadBalancingAlgorithm | ConsistentHashDefinition;
  /** A new instance gets its full share only after so long. Needs `least-request` or `round-robin`. Default: at once. */
  readonly warmUp?: DurationText;
  readonly connections?: ConnectionsDefinition;
  readonly retryBudget?: RetryBudgetDefinition;
}

/** Requests with the same key go to the same instance, as long as there is one. */
export interface ConsistentHashDefinition {
  readonly consistentHash: HashKeyDefinition;
}

export type HashKeyDefinition =
  | { readonly header: string }
  /** Sticky sessions: who has no such cookie gets one. */
  | {
      readonly cookie: string;
      /** Lifetime of the cookie. Default: until the browser is closed. */
      readonly ttl?: DurationText;
      /** Path of the cookie. Default `/`. */
      readonly path?: string;
    }
  | { readonly queryParameter: string }
  /** The client's address as the proxy sees it. */
  | { readonly sourceAddress: true };

/** Shares of the requests by where they come from: `{ "eu/west": { "eu/west": 80, "eu/north": 20 } }`, percent. */
export interface LocalityDistributionDefinition {
  readonly distribute: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * Requests stay in the nearest zone and region; when too few instances there are healthy, they go to the region named
 * here, or to the nearest one where none is named: `{ eu: "us" }`.
 */
export interface LocalityFailoverDefinition {
  readonly failover: Readonly<Record<string, string>>;
}

/** What one proxy opens at most to all instances together. What is more is answered with 503 at once. */
export interface ConnectionsDefinition {
  /** Longest time to connect. Default: the target's (Istio 10 s, an edge proxy 5 s). */
  readonly connectTimeout?: DurationText;
  /** Default 4096. */
  readonly maxConnections?: number;
  /** Requests that wait for a connection. Default 4096. */
  readonly maxPendingRequests?: number;
  /** Requests that are not answered yet. Default 8192. */
  readonly maxConcurrentRequests?: number;
  /** A connection is closed after so many. Default: never. */
  readonly maxRequestsPerConnection?: number;
  /** A connection without requests is closed after so long. Default: one hour, as Envoy. */
  readonly idleTimeout?: DurationText;
  /** Probes of the operating system, which notice a peer that is gone. Default: none. */
  readonly keepAlive?: KeepAliveDefinition;
  /** Speak HTTP/2 to a port that is declared `http`. Default false. */
  readonly http2Upgrade?: boolean;
}

export interface KeepAliveDefinition {
  /** Idle time before the first probe; whole seconds. */
  readonly time: DurationText;
  /** Between probes; whole seconds. Default: the operating system's, 75 s. */
  readonly interval?: DurationText;
  /** Unanswered ones after which the connection is dead. Default: the operating system's, 9. */
  readonly probes?: number;
}

/** When an instance rests for a while, so that others answer in its place. */
export interface OutlierDetectionDefinition {
  /** Answers of 5xx in a row. Default: not counted. */
  readonly consecutive5xxErrors?: number;
  /** Answers 502, 503, 504 in a row. Default: not counted. */
  readonly consecutiveGatewayErrors?: number;
  /** Failed connections, resets and timeouts in a row. Default 5. */
  readonly consecutiveLocalOriginFailures?: number;
  /** Between two looks. Default 5s. */
  readonly interval?: DurationText;
  /** The first rest; each further one of the same instance is longer by as much. Default 10s. */
  readonly baseEjectionTime?: DurationText;
  /** Share of instances that may rest at once. Default 50: the others carry at most twice their load. */
  readonly maxEjectionPercent?: number;
  /** Below this share of healthy instances all of them are used again, also the resting. Default 0: never. */
  readonly minHealthPercent?: number;
}

/**
 * Retries are at most this share of the requests that are under way, so that a failing service is not finished off by
 * them. Rules count on it only where it is said. Default 25 percent, at least 10.
 */
export interface RetryBudgetDefinition {
  /** 0 to 100, at most four decimals. */
  readonly percent: number;
  /** So many retries always may be under way, at least 1. Default 10. */
  readonly minConcurrency?: number;
}
