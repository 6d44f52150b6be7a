/** The releases that this is tested with. */
export const rateLimitImages = {
  service: "docker.io/envoyproxy/ratelimit:3fb70258",
  redis: "docker.io/library/redis:7.0.15",
} as const;
