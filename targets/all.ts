import { envoyTarget } from "./envoy/envoy-target.ts";
import { gatewayApiTarget } from "./gateway-api/gateway-api-target.ts";
import { ingressTarget } from "./ingress/ingress-target.ts";
import { istioTarget } from "./istio-target.ts";
import type { Target } from "./target.ts";

/** Every target, in the order of the documentation. */
export const allTargets: readonly Target[] = [
  istioTarget,
  gatewayApiTarget,
  ingressTarget,
  envoyTarget,
];
