import type { Json } from "../../graph/index.ts";
import {
  httpProtocols,
  printDuration,
  usualRetryBudget,
  type Connections,
  type DestinationPolicy,
  type OutlierDetection,
  type Port,
} from "../../model/index.ts";
import { loadBalancer } from "./load-balancer.ts";

type Fields = { readonly [key: string]: Json };

/**
 * A policy in Istio's words. Everything is said, also defaults: Istio's own are no limits at all and, where only some
 * counts of outlier detection are said, ejection on five answers of 5xx.
 * https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy
 */
export function trafficPolicy(
  policy: DestinationPolicy,
  { ports }: { readonly ports: readonly Pick<Port, "protocol">[] },
): Fields {
  const http = ports.some(({ protocol }) => httpProtocols.some((each) => each === protocol));
  const { outlierDetection: outliers, retryBudget = usualRetryBudget } = policy;
  return {
    loadBalancer: loadBalancer(policy),
    connectionPool: connectionPool(policy.connections, http),
    ...(outliers === undefined ? {} : { outlierDetection: outlierDetection(outliers) }),
    ...(http
      ? {
          retryBudget: {
            percent: retryBudget.percent,
            minRetryConcurrency: retryBudget.minConcurrency,
          },
        }
      : {}),
  };
}

function connectionPool(connections: Connections, http: boolean): Fields {
  const { connectTimeout, idleTimeout, keepAlive, maxRequestsPerConnection } = connections;
  const idle = idleTimeout === undefined ? {} : { idleTimeout: printDuration(idleTimeout) };
  const tcp: Fields = {
    maxConnections: connections.maxConnections,
    ...(connectTimeout === undefined ? {} : { connectTimeout: printDuration(connectTimeout) }),
    ...(keepAlive === undefined
      ? {}
      : {
          tcpKeepalive: {
            time: printDuration(keepAlive.time),
            ...(keepAlive.interval === undefined
              ? {}
              : { interval: printDuration(keepAlive.interval) }),
            ...(keepAlive.probes === undefined ? {} : { probes: keepAlive.probes }),
          },
        }),
  };
  if (!http) return { tcp: { ...tcp, ...idle } };
  return {
    tcp,
    http: {
      http1MaxPendingRequests: connections.maxPendingRequests,
      http2MaxRequests: connections.maxConcurrentRequests,
      ...(maxRequestsPerConnection === undefined ? {} : { maxRequestsPerConnection }),
      ...idle,
      ...(connections.http2Upgrade ? { h2UpgradePolicy: "UPGRADE" } : {}),
    },
  };
}

function outlierDetection(outliers: OutlierDetection): Fields {
  return {
    splitExternalLocalOriginErrors: true,
    consecutiveLocalOriginFailures: outliers.consecutiveLocalOriginFailures,
    consecutiveGatewayErrors: outliers.consecutiveGatewayErrors,
    consecutive5xxErrors: outliers.consecutive5xxErrors,
    interval: printDuration(outliers.interval),
    baseEjectionTime: printDuration(outliers.baseEjectionTime),
    maxEjectionPercent: outliers.maxEjectionPercent,
    ...(outliers.minHealthPercent === 0 ? {} : { minHealthPercent: outliers.minHealthPercent }),
  };
}
