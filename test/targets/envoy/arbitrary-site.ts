import fc from "fast-check";
import type {
  AccessLogSettings,
  AuthoriserSettings,
  EdgeServiceSettings,
  EdgeSite,
  HttpSettings,
  ServerAddress,
} from "../../../targets/envoy/index.ts";

const time = fc.constantFrom<"100ms" | "1s" | "2m">("100ms", "1s", "2m");
const flag = fc.boolean();
const server: fc.Arbitrary<ServerAddress> = fc.constantFrom(
  "10.0.0.1:4317",
  "otel.example:4317",
  { address: "[2001:db8::1]:443", tls: { name: "otel.example" } },
  { address: "otel.example:443", tls: {} },
);
const status = fc.integer({ min: 400, max: 599 });
const bytes = fc.integer({ min: 1, max: 3_000_000 });
const words = fc.subarray(["x-user", "x-tenant", "cookie"]);

const optional: { requiredKeys: [] } = { requiredKeys: [] };

/** Some of the fields; what is left out is not there at all. */
function some<T extends object>(shape: { [K in keyof T]-?: fc.Arbitrary<NonNullable<T[K]>> }) {
  return fc.record(shape, { requiredKeys: [] }) as fc.Arbitrary<T>;
}

const log = some<AccessLogSettings>({
  to: fc.oneof(
    fc.constant("stdout" as const),
    fc.constant({ file: "/dev/null" }),
    server.map((grpc) => ({ grpc })),
    server.map((openTelemetry) => ({ openTelemetry })),
  ),
  format: fc.constantFrom(
    "json" as const,
    { text: "%START_TIME% %REQ(:PATH)% 100%%" },
    { json: { path: "%PATH(NQ)%" } },
  ),
  fields: fc.constantFrom({}, { agent: "%REQ(USER-AGENT)%" }),
  only: some({ statusFrom: status, slowerThan: time }),
});

const place = { before: fc.constantFrom("access" as const, "routing" as const) };
const extension = fc.record({
  ...place,
  lua: fc.constant("function envoy_on_request(handle) end"),
});

const common = {
  timeout: time,
  onFailure: fc.constantFrom("refuse" as const, "pass" as const),
  statusOnFailure: fc.constantFrom(400, 417, 421, 431, 500, 508, 511),
  bodyBytes: bytes,
};
const authoriser = fc.oneof(
  fc
    .tuple(
      server,
      fc.record({ ...common, requestHeaders: words, toService: words, toClient: words }, optional),
    )
    .map(([http, more]) => ({ http, ...more })),
  fc.tuple(server, fc.record(common, optional)).map(([grpc, more]) => ({ grpc, ...more })),
) as fc.Arbitrary<AuthoriserSettings>;

const times = {
  interval: time,
  timeout: time,
  unhealthyThreshold: fc.integer({ min: 1, max: 9 }),
  healthyThreshold: fc.integer({ min: 1, max: 9 }),
};
const healthCheck = fc
  .tuple(
    fc.constantFrom({ http: { path: "/", expectedStatuses: [200, 404] } }, { tcp: {} }),
    fc.record(times, optional),
  )
  .map(([what, more]) => ({ ...what, ...more }));
const service = some<Omit<EdgeServiceSettings, "hashTable">>({
  healthCheck,
  discovery: fc.constantFrom("strict-dns", "logical-dns"),
  dnsRefresh: time,
  tls: fc.constant({ name: "bank.example" }),
});
const rank = fc.integer({ min: 0, max: 9 });
const weight = fc.integer({ min: 1, max: 9 });
const locality = fc.constantFrom("eu/west/a", "eu/north", "us/east/a");
const endpoint = fc
  .tuple(
    fc.integer({ min: 1, max: 254 }),
    fc.record({ priority: rank, weight, locality }, optional),
  )
  .map(([last, more]) => ({ address: `10.0.0.${String(last)}:8080`, ...more }));

const http = some<HttpSettings>({
  http10: fc.constant({ defaultHost: "shop.example" }),
  serverHeader: fc.constantFrom("of-service" as const, { text: "shop" }),
  maxHeaderKib: fc.integer({ min: 1, max: 8192 }),
  maxHeaders: fc.integer({ min: 1, max: 1000 }),
  maxStreams: fc.integer({ min: 1, max: 1000 }),
  headersTimeout: time,
  requestTimeout: time,
  streamIdleTimeout: time,
  idleTimeout: time,
  maxConnectionDuration: time,
  drainTimeout: time,
});

/** What a site may say of a mesh with the services `web` (HTTP, one host) and `chat` (gRPC), and the authoriser `opa`. */
export const arbitrarySite: fc.Arbitrary<EdgeSite> = some<EdgeSite>({
  gateway: fc.constant("edge"),
  listen: some({ http3: flag }),
  locality: fc.constantFrom("eu", "eu/west", "us/east/a"),
  endpoints: fc.array(endpoint, { minLength: 1, maxLength: 5 }).map((chat) => ({
    chat: { default: chat },
  })),
  services: some({ web: service }),
  certificates: fc.constant("/certificates"),
  identity: fc.constant("none" as const),
  publicAuthorities: fc.constant("/certificates/cert/ca.crt"),
  adminPort: fc.constant(9901),
  readiness: fc.constant({ port: 9902 }),
  limits: some({
    connections: fc.integer({ min: 1, max: 100_000 }),
    heapBytes: fc.integer({ min: 2 ** 24, max: 2 ** 34 }),
    bufferBytes: fc.integer({ min: 4096, max: 2 ** 22 }),
  }),
  runtime: fc.constantFrom({}, { a: 1, b: true, c: "d" }),
  accessLogs: fc.array(log, { maxLength: 3 }),
  tracing: fc
    .tuple(
      server,
      fc.record(
        {
          protocol: fc.constantFrom("grpc" as const, "http" as const),
          samplePercent: fc.integer({ min: 0, max: 100 }),
          service: fc.constant("edge"),
          trustClients: flag,
        },
        optional,
      ),
    )
    .map(([to, more]) => ({ to, ...more })),
  stats: some({
    statsd: fc.constantFrom(
      { address: "127.0.0.1:8125" },
      { address: "[::1]:8125", prefix: "a", tags: true },
    ),
    openTelemetry: server.map((to) => ({ to })),
    interval: time,
    prometheus: fc.constant({ port: 9903 }),
    tags: fc.constantFrom({}, { site: "here" }),
    only: fc.subarray(["http.", "cluster."]),
  }),
  http,
  compression: some({
    with: fc.constantFrom(["gzip"] as const, ["zstd", "brotli"] as const),
    contentTypes: fc.constant(["text/html"]),
    minBytes: bytes,
  }),
  buffering: fc.record({ maxBytes: bytes, except: fc.subarray(["web", "chat"]) }),
  extensions: fc
    .array(extension, { maxLength: 3 })
    .map((all) => all.map((each, index) => ({ ...each, name: `e${String(index)}` }))),
  authorisers: authoriser.map((opa) => ({ opa })),
});
