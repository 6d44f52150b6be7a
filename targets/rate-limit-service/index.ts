/** What counts the limits of a mesh that instances keep together: its configuration, and the objects that run it. */
export { limitsConfigMap, limitsConfigName } from "./config-map.ts";
export { rateLimitImages } from "./images.ts";
export { limitName, type CountingPlace } from "./limit-name.ts";
export {
  rateLimitConfig,
  type RateLimitConfig,
  type RateLimitDescriptor,
} from "./rate-limit-config.ts";
export { rateLimitManifests } from "./rate-limit-manifests.ts";
export type * from "./rate-limit-settings.ts";
