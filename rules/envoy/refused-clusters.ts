import { field, fieldAt, partsAt, text, type Part } from "./parts.ts";
import type { RefusedPart } from "./refused-parts.ts";

const percents = [
  "max_ejection_percent",
  "enforcing_consecutive_5xx",
  "enforcing_success_rate",
  "enforcing_consecutive_gateway_failure",
] as const;
const ofCheck = ["timeout", "interval", "unhealthy_threshold", "healthy_threshold"] as const;
const sizes = [
  { path: ["maglev_lb_config", "table_size"], most: 5_000_011 },
  { path: ["ring_hash_lb_config", "maximum_ring_size"], most: 8_388_608 },
  { path: ["ring_hash_lb_config", "minimum_ring_size"], most: 8_388_608 },
] as const;

/** Why Envoy refuses a cluster: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/cluster/v3/cluster.proto */
export function* clusterFaults(cluster: Part): Generator<RefusedPart> {
  const { value, path } = cluster;
  if ((text(value, "name") ?? "") === "") yield { path, message: "a cluster needs a name" };
  const connect = text(value, "connect_timeout");
  if (connect !== undefined && !isPositive(connect)) {
    yield {
      path: [...path, "connect_timeout"],
      message: `connect_timeout is ${connect}; it has to be more than 0s`,
    };
  }
  for (const name of percents) {
    const percent = fieldAt(value, "outlier_detection", name);
    if (typeof percent !== "number" || percent <= 100) continue;
    yield {
      path: [...path, "outlier_detection", name],
      message: `${name} is ${String(percent)}; it is at most 100`,
    };
  }
  for (const { path: inside, most } of sizes) {
    const size = fieldAt(value, ...inside);
    if (typeof size !== "number" || size <= most) continue;
    yield {
      path: [...path, ...inside],
      message: `${inside[1]} is ${String(size)}; it is at most ${String(most)}`,
    };
  }
  for (const check of partsAt(cluster, "health_checks")) {
    const missing = ofCheck.filter((each) => field(check.value, each) === undefined);
    if (missing.length === 0) continue;
    yield { path: check.path, message: `a health check needs ${missing.join(", ")}` };
  }
}

/** Whether a duration (`0.5s`) is more than nothing. One of another form is not judged. */
export function isPositive(duration: string): boolean {
  const [, seconds] = /^(-?\d+(?:\.\d+)?)s$/.exec(duration) ?? [];
  return seconds === undefined || Number(seconds) > 0;
}
