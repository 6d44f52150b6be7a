/** Fields of one message of which the definition of the kind allows one alone (`oneOf`). */
export interface ExclusiveFields {
  /** Steps below the spec; `*` is every entry of a list or of a map. */
  readonly at: readonly string[];
  readonly names: readonly string[];
}

function one(at: string, ...names: readonly string[]): ExclusiveFields {
  return { at: at.split("."), names };
}

/** How a text is compared. */
const match = ["exact", "prefix", "regex"] as const;

/** A load balancer, wherever a traffic policy can be. */
function loadBalancer(policy: string): readonly ExclusiveFields[] {
  const hash = `${policy}.loadBalancer.consistentHash`;
  return [
    one(`${policy}.loadBalancer`, "simple", "consistentHash", "backendUtilization"),
    one(hash, "httpHeaderName", "httpCookie", "useSourceIp", "httpQueryParameterName"),
    one(hash, "ringHash", "maglev"),
  ];
}

/**
 * The `oneOf`s of the definitions of Istio 1.31, by type. Those that the validation of a kind reports itself are not
 * here (`wasm` and `lua` of a TrafficExtension).
 * https://github.com/istio/istio/blob/master/manifests/charts/base/files/crd-all.gen.yaml
 */
export const exclusiveFieldsByType: ReadonlyMap<string, readonly ExclusiveFields[]> = new Map([
  [
    "networking.istio.io/VirtualService",
    [
      one("http.*.match.*.uri", ...match),
      one("http.*.match.*.scheme", ...match),
      one("http.*.match.*.method", ...match),
      one("http.*.match.*.authority", ...match),
      one("http.*.match.*.headers.*", ...match),
      one("http.*.match.*.withoutHeaders.*", ...match),
      one("http.*.match.*.queryParams.*", ...match),
      one("http.*.corsPolicy.allowOrigins.*", ...match),
      one("http.*.directResponse.body", "string", "bytes"),
      one("http.*.fault.abort", "httpStatus", "grpcStatus", "http2Error"),
      one("http.*.fault.delay", "fixedDelay", "exponentialDelay"),
      one("http.*.redirect", "port", "derivePort"),
    ],
  ],
  [
    "networking.istio.io/DestinationRule",
    [
      ...loadBalancer("trafficPolicy"),
      ...loadBalancer("trafficPolicy.portLevelSettings.*"),
      ...loadBalancer("subsets.*.trafficPolicy"),
      ...loadBalancer("subsets.*.trafficPolicy.portLevelSettings.*"),
    ],
  ],
  [
    "networking.istio.io/EnvoyFilter",
    [one("configPatches.*.match", "listener", "routeConfiguration", "cluster", "waypoint")],
  ],
  ["networking.istio.io/WorkloadGroup", [one("probe", "httpGet", "tcpSocket", "exec", "grpc")]],
  [
    "telemetry.istio.io/Telemetry",
    [
      one("metrics.*.overrides.*.match", "metric", "customMetric"),
      one("tracing.*.customTags.*", "literal", "environment", "header", "formatter"),
    ],
  ],
]);
