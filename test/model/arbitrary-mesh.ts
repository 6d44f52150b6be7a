import fc from "fast-check";
import type {
  CallDefinition,
  DurationText,
  GatewayHostDefinition,
  MeshDefinition,
  RetriesDefinition,
  RouteDefinition,
  RouteMatchDefinition,
  ServiceDefinition,
  StringMatchDefinition,
} from "../../model/index.ts";

const serviceNames = ["web", "cart", "orders", "constructor", "to-string"] as const;
const versionNames = ["v1", "v2", "10", "2"] as const;

const duration = fc.constantFrom<DurationText>("1ms", "250ms", "2s", "59s", "1m30s", "5m", "24h");

const retries: fc.Arbitrary<RetriesDefinition> = fc.record(
  {
    attempts: fc.integer({ min: 0, max: 10 }),
    perTryTimeout: duration,
    on: fc.uniqueArray(fc.constantFrom("reset", "5xx", "503", "connect-failure"), { minLength: 1 }),
  },
  { requiredKeys: ["attempts"] },
);

const call: fc.Arbitrary<CallDefinition> = fc.record(
  { timeout: duration, retries, idempotent: fc.boolean() },
  { requiredKeys: [] },
);

/** Weights that sum to 100 over the given versions. */
function split(versions: readonly string[]): fc.Arbitrary<Record<string, number>> {
  return fc
    .array(fc.integer({ min: 0, max: 100 }), {
      minLength: versions.length - 1,
      maxLength: versions.length - 1,
    })
    .map((cuts) => {
      const points = [0, ...cuts.sort((a, b) => a - b), 100];
      return Object.fromEntries(
        versions.map((name, index) => [name, (points[index + 1] ?? 0) - (points[index] ?? 0)]),
      );
    });
}

const text: fc.Arbitrary<StringMatchDefinition> = fc.oneof(
  fc.constantFrom("a", "b c", "é"),
  fc.record({ prefix: fc.constantFrom("a", "b") }),
  fc.record({ regex: fc.constantFrom("a+", "^b$") }),
);
const match: fc.Arbitrary<RouteMatchDefinition> = fc.record(
  {
    path: fc.constantFrom("/", { prefix: "/a" }, { regex: "/b.*" }),
    headers: fc.dictionary(fc.constantFrom("x-canary", "X-User", "constructor"), text, {
      maxKeys: 2,
    }),
    method: fc.constantFrom("GET", "POST"),
  },
  { requiredKeys: ["path"] },
);

function route(versions: readonly string[]): fc.Arbitrary<RouteDefinition> {
  const policy = {
    timeout: duration,
    retries,
    ...(versions.length > 0 ? { split: split(versions) } : {}),
  };
  const rule = fc.record(
    { matches: fc.array(match, { minLength: 1, maxLength: 3 }), ...policy },
    { requiredKeys: ["matches"] },
  );
  return fc.record({ rules: fc.array(rule, { maxLength: 3 }), ...policy }, { requiredKeys: [] });
}

interface Service {
  readonly definition: ServiceDefinition;
  readonly versions: readonly string[];
}

function service(name: string): fc.Arbitrary<Service> {
  const others = serviceNames.filter((each) => each !== name);
  return fc
    .record({
      versions: fc.uniqueArray(fc.constantFrom(...versionNames), { maxLength: 3 }),
      calls: fc.dictionary(fc.constantFrom(...others), call),
      protocol: fc.constantFrom("http", "http2", "grpc"),
      replicas: fc.integer({ min: 0, max: 5 }),
      image: fc.option(fc.constant("docker.io/heddle/sample:dev"), { nil: undefined }),
      env: fc.dictionary(fc.constantFrom("A", "LOG_LEVEL"), fc.string()),
    })
    .map(({ versions, image, ...rest }) => ({
      versions,
      definition: {
        ...rest,
        ...(versions.length > 0 ? { versions } : {}),
        ...(image === undefined ? {} : { image }),
      },
    }));
}

/** Any mesh that is right: all five services, random everything else. */
export const arbitraryMesh: fc.Arbitrary<MeshDefinition> = fc
  .tuple(...serviceNames.map(service))
  .chain((services) =>
    fc
      .record({
        routes: fc.record(
          Object.fromEntries(
            serviceNames.map((name, index) => [name, route(services[index]?.versions ?? [])]),
          ),
          { requiredKeys: [] },
        ),
        hosts: fc.dictionary(
          fc.constantFrom("shop.example", "*.shop.example", "a.example"),
          fc.record<GatewayHostDefinition>(
            {
              service: fc.constantFrom(...serviceNames),
              tls: fc.record({ secret: fc.constantFrom("cert", "other.cert") }),
            },
            { requiredKeys: ["service"] },
          ),
          { minKeys: 1 },
        ),
        mtls: fc.constantFrom("strict", "permissive", "disabled"),
      })
      .map(({ routes, hosts, mtls }): MeshDefinition => ({
        name: "shop",
        trust: { domain: "shop.example", mtls },
        services: Object.fromEntries(
          serviceNames.map((name, index) => [name, services[index]?.definition ?? {}]),
        ),
        routes,
        gateways: { edge: { hosts } },
      })),
  );

/** The same data with the keys of every map in the opposite order. */
export function reverseMaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseMaps);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reverseMaps(each)]),
  );
}
