/** Codes of rules about ambient mode, several clusters, operation, plain Envoy and Pulumi: HED48xx. */
export const fleetCodes = {
  HED4800: "routes that no waypoint follows",
  HED4801: "policy that no waypoint enforces",
  HED4802: "object in a namespace that the waypoint does not read",
  HED4803: "waypoint of another class",
  HED4804: "waypoint that the namespace may not use",
  HED4805: "listener of a waypoint",
  HED4806: "waypoint for other traffic",
  HED4807: "action that ztunnel does not know",
  HED4808: "waypoint with one instance",
  HED4809: "way past the waypoint",
} as const;
