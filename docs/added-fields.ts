import type { Feature } from "../targets/features.ts";

/** The fields of what is added to proxies and to the control plane's settings, as `upstream-fields.ts` has all others. */
export const addedFields = {
  "extensions/services": [
    "TrafficExtension selector.matchLabels",
    "TrafficExtension phase",
    "TrafficExtension priority",
    "TrafficExtension match[].mode",
    "TrafficExtension lua.inlineCode",
  ],
  "extensions/gateways": ["TrafficExtension selector.matchLabels", "TrafficExtension phase"],
  "extensions/wasm": [
    "TrafficExtension wasm.url",
    "TrafficExtension wasm.sha256",
    "TrafficExtension wasm.pluginConfig",
    "TrafficExtension wasm.failStrategy",
  ],
  "extensions/wasm-image": [
    "TrafficExtension wasm.imagePullPolicy",
    "TrafficExtension wasm.imagePullSecret",
  ],
  "telemetry/logs": [
    "Telemetry accessLogging[].providers[].name",
    "Telemetry accessLogging[].disabled",
    "Telemetry accessLogging[].filter.expression",
    "MeshConfig extensionProviders[].envoyFileAccessLog.path",
    "MeshConfig extensionProviders[].envoyFileAccessLog.logFormat",
    "MeshConfig extensionProviders[].envoyOtelAls.service",
  ],
  "telemetry/traces": [
    "Telemetry tracing[].providers[].name",
    "Telemetry tracing[].disableSpanReporting",
    "Telemetry tracing[].randomSamplingPercentage",
    "Telemetry tracing[].customTags.*.literal",
    "Telemetry tracing[].customTags.*.header",
    "Telemetry tracing[].customTags.*.environment",
    "MeshConfig extensionProviders[].opentelemetry.service",
    "MeshConfig extensionProviders[].zipkin.service",
  ],
  "telemetry/metrics": [
    "Telemetry metrics[].providers[].name",
    "Telemetry metrics[].overrides[].match.metric",
    "Telemetry metrics[].overrides[].disabled",
    "Telemetry metrics[].overrides[].tagOverrides.*.operation",
    "Telemetry metrics[].overrides[].tagOverrides.*.value",
    "MeshConfig extensionProviders[].prometheus",
  ],
  "access/custom": [
    "AuthorizationPolicy action",
    "AuthorizationPolicy provider.name",
    "MeshConfig extensionProviders[].envoyExtAuthzHttp.service",
    "MeshConfig extensionProviders[].envoyExtAuthzHttp.port",
    "MeshConfig extensionProviders[].envoyExtAuthzHttp.timeout",
    "MeshConfig extensionProviders[].envoyExtAuthzHttp.failOpen",
    "MeshConfig extensionProviders[].envoyExtAuthzHttp.statusOnError",
    "MeshConfig extensionProviders[].envoyExtAuthzHttp.pathPrefix",
    "MeshConfig extensionProviders[].envoyExtAuthzHttp.includeRequestHeadersInCheck[]",
    "MeshConfig extensionProviders[].envoyExtAuthzHttp.headersToUpstreamOnAllow[]",
    "MeshConfig extensionProviders[].envoyExtAuthzHttp.headersToDownstreamOnDeny[]",
    "MeshConfig extensionProviders[].envoyExtAuthzGrpc.includeRequestBodyInCheck",
  ],
  "trust/aliases": ["MeshConfig trustDomainAliases[]"],
} as const satisfies { readonly [Name in Feature]?: readonly string[] };
