/**
 * Compiles a mesh into objects of the Gateway API: gateways, routes at them, and routes bound to Services for requests
 * from inside. One function a kind, each usable alone; `compileGatewayApi` calls them all.
 */
export { compileGatewayApi } from "./compile-gateway-api.ts";
export { channels, type Channel, type GatewayApiOptions } from "./gateway-api-options.ts";
export { createGatewayApiTarget, gatewayApiTarget } from "./gateway-api-target.ts";
export { gateway } from "./gateway.ts";
export { gatewayRoutes } from "./gateway-routes.ts";
export { meshRoutes } from "./mesh-routes.ts";
export { redirectRoutes } from "./redirect-routes.ts";
export { referenceGrants } from "./reference-grants.ts";
export { versionServices } from "./version-services.ts";
