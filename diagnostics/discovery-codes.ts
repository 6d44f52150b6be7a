/** Codes of what is found, seen and heard of: discovery, visibility and workloads. */
export const discoveryCodes = {
  HED1041: "hosts to hear of besides all hosts",
  HED2060: "a caller or a gateway to which its service is not visible",
} as const;
