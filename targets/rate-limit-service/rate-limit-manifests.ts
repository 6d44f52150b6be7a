import type { Report } from "../../diagnostics/index.ts";
import type { Manifest } from "../../graph/index.ts";
import { countingService, type Mesh, type WorkloadService } from "../../model/index.ts";
import { service as serviceObject } from "../kubernetes/service.ts";
import { serviceAccount } from "../kubernetes/service-account.ts";
import { checkRateLimitSettings } from "./check-settings.ts";
import { countingWorkload } from "./counting-workload.ts";
import { rateLimitConfig } from "./rate-limit-config.ts";
import type { ExistingRedis, RateLimitPods, RateLimitSettings } from "./rate-limit-settings.ts";
import { redisAddress, redisWorkload } from "./redis-workload.ts";

/**
 * The objects of the service that counts the limits of a mesh, and those of its Redis, in the order in which they are
 * made. Its ConfigMap is one of the mesh's own objects. What does not fit is an error (HED3020, HED3021), and nothing is
 * made then.
 */
export function rateLimitManifests(
  mesh: Mesh,
  settings: RateLimitSettings,
  report: Report,
  pods: RateLimitPods = {},
): readonly Manifest[] {
  const counting = countingService(mesh);
  const config = rateLimitConfig(mesh);
  const right = checkRateLimitSettings(counting?.service, settings, report);
  if (!right || counting === undefined || config === undefined) return [];
  const { service } = counting;
  const { redis } = settings;
  const beside = redis.kind === "deployed" ? redisWorkload(service, redis, pods) : [];
  const annotations = pods.podAnnotations?.(service, mesh) ?? {};
  const parts = { ...counting, config, annotations, redis: reached(service, redis) };
  return [
    ...beside,
    serviceAccount(service),
    serviceObject(service),
    countingWorkload(parts, settings, pods),
  ];
}

function reached(service: WorkloadService, redis: RateLimitSettings["redis"]): ExistingRedis {
  if (redis.kind === "existing") return redis;
  return { kind: "existing", address: redisAddress(service), password: redis.password };
}
