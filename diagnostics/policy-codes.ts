/** Codes of how services are reached, of limits and of retries. */
export const policyCodes = {
  HED1030: "a warm-up that the load balancing does not have",
  HED1031: "outlier detection that never ejects",
  HED1032: "gateway errors that errors of 5xx hide",
  HED1033: "failover to the region that failed",
  HED1034: "the longest pause between tries is shorter than the first",
  HED1035: "two limits for the same requests",
  HED2030: "failover between localities without outlier detection",
  HED2080: "a global limit that nobody counts",
  HED2081: "a service that cannot count limits",
  HED3020: "a rate limit service that the mesh cannot use",
  HED3021: "settings of the rate limit service",
  HED3022: "a door that opens to an address that any caller can write",
} as const;
