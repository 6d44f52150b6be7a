/**
 * The toolchain: finds or builds the programs behind the bench and Pulumi, and tells how to start
 * them.
 */
export { catalogue, describeTool, isToolName, toolNames } from "./catalogue.ts";
export type { Tool, ToolName } from "./catalogue.ts";
export { envoyGatewayAssets, type EnvoyGatewayAssets } from "./envoy-gateway-assets.ts";
export { ensureTools } from "./ensure-tools.ts";
export type { EnsureToolsOptions, ToolPaths, ToolProgress } from "./ensure-tools.ts";
export { findTool } from "./find-tool.ts";
export type { FoundTool } from "./find-tool.ts";
export { moduleDirectory } from "./go.ts";
export { gatewayApiDefinitions, type GatewayApiChannel } from "./gateway-api-definitions.ts";
export { istioAssets } from "./istio-assets.ts";
export type { IstioAssets } from "./istio-assets.ts";
export { languageHostDirectory } from "./language-host-directory.ts";
export { pulumiEnvironment } from "./pulumi-environment.ts";
export type { PulumiEnvironment, PulumiEnvironmentOptions } from "./pulumi-environment.ts";
export { ensureRedis, ensureSystemdAnalyze, ensureSystemPackages } from "./system-packages.ts";
export { toolsFor } from "./tool-groups.ts";
export type { ToolGroup } from "./tool-groups.ts";
export { formatSeconds, progressLine, showToolProgress } from "./tool-progress.ts";
export { cacheFolder, toolsFolder } from "./tools-folder.ts";
