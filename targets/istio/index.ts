/** Compiles a mesh into Istio's objects. One function a kind, each usable alone; `compileIstio` calls them all. */
export { authorizationPolicy } from "./authorization-policy.ts";
export { compileIstio } from "./compile-istio.ts";
export { destinationRule } from "./destination-rule.ts";
export { envoyFilter, type EnvoyFilterInput } from "./envoy-filter.ts";
export type * from "./envoy-patch.ts";
export { gateway } from "./gateway.ts";
export { directPort, injectionLabels, outsideLabels, podAnnotations } from "./injection.ts";
export { loginSecretKeys } from "../envoy/login-secret.ts";
export { loginVolumes, type LoginVolumes } from "./login-files.ts";
export { meshConfig } from "./mesh-config.ts";
export { rateLimitFilter } from "./rate-limit-filter.ts";
export { peerAuthentication, rootNamespace } from "./peer-authentication.ts";
export { requestAuthentications } from "./request-authentication.ts";
export { serviceEntries } from "./service-entry.ts";
export { serviceAnnotations } from "./visibility.ts";
export { telemetries } from "./telemetry.ts";
export { trafficExtensions } from "./traffic-extension.ts";
export { virtualService } from "./virtual-service.ts";
