/** Application protocols of a port. `http` is HTTP/1.1, `tls` is opaque TLS told apart by its SNI. */
export const protocols = ["http", "http2", "grpc", "tcp", "tls"] as const;
export type Protocol = (typeof protocols)[number];

/** The protocols whose requests can be seen, and so routed, retried and timed, one by one. */
export const httpProtocols = ["http", "http2", "grpc"] as const satisfies readonly Protocol[];
export type RequestProtocol = (typeof httpProtocols)[number];

/** What a gateway is for: `ingress` lets requests in, `egress` is the one way out to what is outside. */
export const gatewayKinds = ["ingress", "egress"] as const;
export type GatewayKind = (typeof gatewayKinds)[number];

/** Oldest TLS that a gateway still speaks. Versions before 1.2 are broken, so nobody can ask for them. */
export const tlsVersions = ["1.2", "1.3"] as const;
export type TlsVersion = (typeof tlsVersions)[number];

/** Who ends the TLS of a gateway's host: `terminate` the gateway, `passthrough` the service itself. */
export const tlsModes = ["terminate", "passthrough"] as const;
export type TlsMode = (typeof tlsModes)[number];

/**
 * What plain HTTP for a host with a certificate gets: `redirect` sends it to HTTPS, `serve` answers it as well, `refuse`
 * knows nothing of the host.
 */
export const plainHttpModes = ["redirect", "serve", "refuse"] as const;
export type PlainHttpMode = (typeof plainHttpModes)[number];

/** What clients show of themselves: `required` refuses who has no valid certificate, `optional` who has a wrong one. */
export const clientCertificateModes = ["required", "optional"] as const;
export type ClientCertificateMode = (typeof clientCertificateModes)[number];

/**
 * How the addresses of a service outside are found: `dns` by its name, `static` they are listed, `none` the caller knows
 * them: where it wanted to go is kept.
 */
export const resolutions = ["dns", "static", "none"] as const;
export type Resolution = (typeof resolutions)[number];

/** What the mesh shows when it starts TLS towards a service outside: `simple` nothing, `mutual` a certificate. */
export const originationModes = ["simple", "mutual"] as const;
export type OriginationMode = (typeof originationModes)[number];

/** What a receiver accepts: `strict` only mTLS, `permissive` both, `disabled` only plaintext. */
export const mtlsModes = ["strict", "permissive", "disabled"] as const;
export type MtlsMode = (typeof mtlsModes)[number];

/** Who may call a service where no rule says more: its declared callers, or everybody. */
export const accessDefaults = ["declared-calls", "open"] as const;
export type AccessDefault = (typeof accessDefaults)[number];

/** Which hosts a service's proxies hear of: those of its declared calls, or all of the mesh. */
export const discoveryScopes = ["declared-calls", "all"] as const;
export type DiscoveryScope = (typeof discoveryScopes)[number];

/** What becomes of traffic to a host that the proxy does not hear of: `refuse` ends it, `pass` sends it on as it is. */
export const unknownHostsModes = ["refuse", "pass"] as const;
export type UnknownHostsMode = (typeof unknownHostsModes)[number];

/** Whose proxies may hear of a service: all of the `mesh`, or those of its own `namespace`. */
export const visibilityScopes = ["mesh", "namespace"] as const;
export type VisibilityScope = (typeof visibilityScopes)[number];

/** What a rule of access does: lets in, keeps out, marks for an audit, or asks an external authoriser. */
export const protectiveActions = ["allow", "deny", "audit", "custom"] as const;
export type ProtectiveAction = (typeof protectiveActions)[number];

/**
 * When a request is tried again, in Envoy's words plus plain status codes as text (`"503"`).
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on
 */
export const retryConditions = [
  "connect-failure",
  "refused-stream",
  "reset",
  "reset-before-request",
  "gateway-error",
  "5xx",
  "retriable-4xx",
  "cancelled",
  "deadline-exceeded",
  "internal",
  "resource-exhausted",
  "unavailable",
] as const;
export type RetryCondition = (typeof retryConditions)[number] | `${number}`;

/** Conditions under which the upstream has not seen the request: always safe to repeat. */
export const safeRetryConditions = [
  "connect-failure",
  "refused-stream",
  "reset-before-request",
] as const satisfies readonly RetryCondition[];

/** Which instance gets the next request. `least-request` takes the less busy of two random ones. */
export const loadBalancingAlgorithms = ["least-request", "round-robin", "random"] as const;
export type LoadBalancingAlgorithm = (typeof loadBalancingAlgorithms)[number];

/**
 * The steps of a proxy that an extension can stand before, in the order in which requests pass them: who the user is, who
 * may, what is counted, and sending it on.
 */
export const extensionPlaces = ["authentication", "authorization", "statistics", "router"] as const;
export type ExtensionPlace = (typeof extensionPlaces)[number];

/** What becomes of a request where what should look at it fails: `refuse` is closed, `pass` is open. */
export const failureModes = ["refuse", "pass"] as const;
export type FailureMode = (typeof failureModes)[number];

/** What somebody does whom proxies ask or tell. */
export const providerRoles = ["authorisation", "logs", "traces", "metrics"] as const;
export type ProviderRole = (typeof providerRoles)[number];

/** What proxies count and measure, of requests and of connections. */
export const metricNames = [
  "request-count",
  "request-duration",
  "request-size",
  "response-size",
  "grpc-request-messages",
  "grpc-response-messages",
  "tcp-opened-connections",
  "tcp-closed-connections",
  "tcp-sent-bytes",
  "tcp-received-bytes",
] as const;
export type MetricName = (typeof metricNames)[number];

/** Units of time in which requests are counted. */
export const limitUnits = ["second", "minute", "hour"] as const;
export type LimitUnit = (typeof limitUnits)[number];

/** Who counts for a limit: each instance for itself, or all of them together. */
export const limitScopes = ["local", "global"] as const;
export type LimitScope = (typeof limitScopes)[number];

/** What becomes of requests that nobody can count, because who counts for all does not answer in time. */
export const uncountedModes = ["allow", "refuse"] as const;
export type UncountedMode = (typeof uncountedModes)[number];

/** With which requests of other sites a browser sends a cookie: none, those that follow a link, or all. */
export const sameSites = ["strict", "lax", "none"] as const;
export type SameSite = (typeof sameSites)[number];

/** HTTP methods that a match can name. */
export const methods = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
  "CONNECT",
  "TRACE",
] as const;
export type Method = (typeof methods)[number];

/** Status codes of a redirect; 307 and 308 keep the method. */
export const redirectStatuses = [301, 302, 303, 307, 308] as const;
export type RedirectStatus = (typeof redirectStatuses)[number];

/**
 * The status of a failed gRPC call, by its place in the list the number that gRPC gives it, from 1.
 * https://grpc.io/docs/guides/status-codes/
 */
export const grpcStatuses = [
  "cancelled",
  "unknown",
  "invalid-argument",
  "deadline-exceeded",
  "not-found",
  "already-exists",
  "permission-denied",
  "resource-exhausted",
  "failed-precondition",
  "aborted",
  "out-of-range",
  "unimplemented",
  "internal",
  "unavailable",
  "data-loss",
  "unauthenticated",
] as const;
export type GrpcStatus = (typeof grpcStatuses)[number];
