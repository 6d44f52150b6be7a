/** The namespace of each target's copy of the mesh. */
export const namespaces = {
  istio: "same-istio",
  "gateway-api": "same-gateway-api",
  "envoy-gateway": "same-envoy-gateway",
  envoy: "same-envoy",
} as const;

export type TargetName = keyof typeof namespaces;

/** Where Envoy Gateway runs its proxies, and how it is told to name their Service. */
export const envoyGatewayDoor = {
  namespace: "envoy-gateway-system",
  service: "door-envoy-gateway",
} as const;
