import type { Milliseconds } from "./duration.ts";
import type { LoadBalancingAlgorithm } from "./vocabulary.ts";

/** How clients reach the instances of a service, with every default filled in. */
export interface DestinationPolicy {
  readonly loadBalancing: LoadBalancing;
  /** Undefined: a new instance gets its full share at once. */
  readonly warmUp?: Milliseconds;
  /** Undefined: where an instance is makes no difference. */
  readonly locality?: Locality;
  readonly connections: Connections;
  /** Undefined: nobody is ejected. */
  readonly outlierDetection?: OutlierDetection;
  /** Undefined: nobody said one, and targets use `usualRetryBudget`. */
  readonly retryBudget?: RetryBudget;
}

export type LoadBalancing =
  | { readonly kind: LoadBalancingAlgorithm }
  | { readonly kind: "consistent-hash"; readonly key: HashKey };

export type HashKey =
  | { readonly kind: "header"; readonly name: string }
  | {
      readonly kind: "cookie";
      readonly name: string;
      /** 0: until the browser is closed. */
      readonly ttl: Milliseconds;
      readonly path: string;
    }
  | { readonly kind: "query-parameter"; readonly name: string }
  | { readonly kind: "source-address" };

export type Locality =
  | {
      readonly kind: "distribute";
      readonly distribute: Readonly<Record<string, Readonly<Record<string, number>>>>;
    }
  | { readonly kind: "failover"; readonly failover: Readonly<Record<string, string>> };

/** What one proxy opens at most to all instances together. */
export interface Connections {
  /** Undefined: the target's. */
  readonly connectTimeout?: Milliseconds;
  readonly maxConnections: number;
  readonly maxPendingRequests: number;
  readonly maxConcurrentRequests: number;
  /** Undefined: no limit. */
  readonly maxRequestsPerConnection?: number;
  /** Undefined: the target's. */
  readonly idleTimeout?: Milliseconds;
  readonly keepAlive?: KeepAlive;
  readonly http2Upgrade: boolean;
}

export interface KeepAlive {
  readonly time: Milliseconds;
  readonly interval?: Milliseconds;
  readonly probes?: number;
}

/** When an instance rests. A count of 0 is not kept. */
export interface OutlierDetection {
  readonly consecutive5xxErrors: number;
  readonly consecutiveGatewayErrors: number;
  readonly consecutiveLocalOriginFailures: number;
  readonly interval: Milliseconds;
  readonly baseEjectionTime: Milliseconds;
  readonly maxEjectionPercent: number;
  readonly minHealthPercent: number;
}

export interface RetryBudget {
  readonly percent: number;
  readonly minConcurrency: number;
}

/** The budget where nobody said one: room for a few failing requests, none for a storm. */
export const usualRetryBudget: RetryBudget = { percent: 25, minConcurrency: 10 };
