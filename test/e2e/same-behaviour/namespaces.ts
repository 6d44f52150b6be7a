/** The namespace of each target's copy of the mesh. */
export const namespaces = {
  istio: "same-istio",
  "gateway-api": "same-gateway-api",
  envoy: "same-envoy",
} as const;

export type TargetName = keyof typeof namespaces;
