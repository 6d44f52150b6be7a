import type { OutlierDetection } from "../../model/index.ts";
import { duration, type Fields } from "./fields.ts";

/** Longest rest of an endpoint, in milliseconds, unless its first one is longer. */
const longestRest = 60_000;

/**
 * When endpoints rest. A failed connection is never taken for an answer; counts that nobody asked for are off, also
 * those that compare endpoints with each other.
 */
export function outlierDetection(outliers: OutlierDetection | undefined): Fields {
  if (outliers === undefined) return {};
  const { consecutive5xxErrors: all, consecutiveGatewayErrors: gateway } = outliers;
  const local = outliers.consecutiveLocalOriginFailures;
  return {
    outlier_detection: {
      split_external_local_origin_errors: true,
      consecutive_local_origin_failure: local,
      enforcing_consecutive_local_origin_failure: 100,
      enforcing_local_origin_success_rate: 0,
      ...(all === 0 ? {} : { consecutive_5xx: all }),
      enforcing_consecutive_5xx: all === 0 ? 0 : 100,
      ...(gateway === 0 ? {} : { consecutive_gateway_failure: gateway }),
      enforcing_consecutive_gateway_failure: gateway === 0 ? 0 : 100,
      enforcing_success_rate: 0,
      interval: duration(outliers.interval),
      base_ejection_time: duration(outliers.baseEjectionTime),
      max_ejection_time: duration(Math.max(longestRest, outliers.baseEjectionTime)),
      max_ejection_percent: outliers.maxEjectionPercent,
    },
    common_lb_config: { healthy_panic_threshold: { value: outliers.minHealthPercent } },
  };
}
