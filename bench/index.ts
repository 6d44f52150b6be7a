/**
 * Traffic tests on a real cluster: send bounded traffic from inside workloads, disturb upstreams, and judge split,
 * tries, identity and time with statistics.
 */
export {
  bench,
  type Bench,
  type BenchTraffic,
  type MeshUnderTest,
  type TrafficRun,
} from "./traffic/bench.ts";
export { binomialInterval, type Interval } from "./traffic/binomial-interval.ts";
export { findCluster, type ClusterAccess } from "./traffic/cluster-access.ts";
export type { Place } from "./traffic/find-pods.ts";
export { registerTrafficMatchers, type TrafficMatchers } from "./traffic/matchers.ts";
export { sendTraffic, startLoad, type Load, type PodTraffic } from "./traffic/run-traffic.ts";
export type { TrafficRequest, TrafficRequestInput } from "./traffic/traffic-request.ts";
export type { TrafficResult } from "./traffic/traffic-result.ts";
export { createUpstream, type Upstream } from "./traffic/upstream.ts";
export type { Plan } from "./services/plan.ts";
export type { Report } from "./services/report.ts";
export type { Seen } from "./services/seen.ts";
