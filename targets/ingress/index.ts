/** Compiles the gateways of a mesh into Kubernetes Ingresses: the lowest form that every cluster knows. */
export { compileIngress } from "./compile-ingress.ts";
export type { IngressOptions } from "./ingress-options.ts";
export { createIngressTarget, ingressTarget } from "./ingress-target.ts";
