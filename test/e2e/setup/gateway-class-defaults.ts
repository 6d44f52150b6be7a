/**
 * What istiod makes of every Gateway of its class on this cluster: a Service that needs no load balancer. Goes into
 * istiod's own namespace; see https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/.
 */
export const gatewayClassDefaults = {
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: {
    name: "gateway-class-defaults",
    namespace: "istio-system",
    labels: { "gateway.istio.io/defaults-for-class": "istio" },
  },
  data: { service: JSON.stringify({ spec: { type: "ClusterIP" } }) },
} as const;
