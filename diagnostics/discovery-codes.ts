/** Codes of what is found, seen and heard of: discovery, visibility and workloads. */
export const discoveryCodes = {
  HED1041: "hosts to hear of besides all hosts",
  HED2060: "a caller or a gateway to which its service is not visible",
  HED2061: "a port of a headless service with another target",
  HED2062: "what callers of a headless service decide themselves",
  HED2063: "a machine that does not fit its service",
  HED2078: "a host that a service cannot have",
} as const;
