import fc from "fast-check";
import type {
  CallDefinition,
  GatewayHostDefinition,
  GlobalLimitsDefinition,
  MeshDefinition,
  PortDefinition,
  ServiceDefinition,
} from "../../model/index.ts";
import { access, operation, serviceNames, withClaims } from "./arbitrary-access.ts";
import { authentication, login, requirement, withTokens } from "./arbitrary-authentication.ts";
import { discovery } from "./arbitrary-discovery.ts";
import { extensions } from "./arbitrary-extensions.ts";
import { limits, policy, withPolicy } from "./arbitrary-policy.ts";
import { providers, telemetry } from "./arbitrary-providers.ts";
import { duration, retries, route, split } from "./arbitrary-route.ts";

const versionNames = ["v1", "v2", "10", "2"] as const;

const call: fc.Arbitrary<CallDefinition> = fc.record(
  {
    timeout: duration,
    retries,
    idempotent: fc.boolean(),
    operations: fc.array(operation, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: [] },
);

const mtlsMode = fc.constantFrom("strict" as const, "permissive" as const, "disabled" as const);

interface Service {
  readonly definition: ServiceDefinition;
  readonly versions: readonly string[];
}

const otherPort = fc.constantFrom<Record<string, PortDefinition>>(
  { admin: { number: 8081, protocol: "http2" } },
  { metrics: { number: 9090, protocol: "tcp" } },
  { health: { number: 8079 }, metrics: { number: 9090, protocol: "tcp" } },
);

/** One port, or several with the first one among them, and a host of its own where no port speaks plain TCP. */
function withPorts<Rest extends object>({
  protocol,
  besides,
  host,
  ...rest
}: Rest & {
  readonly protocol: "http" | "http2" | "grpc";
  readonly besides: Readonly<Record<string, PortDefinition>> | undefined;
  readonly host: string | undefined;
}) {
  const bytes = Object.values(besides ?? {}).some((port) => port.protocol === "tcp");
  const called = host === undefined || bytes ? rest : { ...rest, host };
  return besides === undefined
    ? { ...called, protocol }
    : { ...called, ports: { main: { number: 8080, protocol }, ...besides } };
}

function service(name: string): fc.Arbitrary<Service> {
  const others = serviceNames.filter((each) => each !== name);
  return fc
    .record({
      versions: fc.uniqueArray(fc.constantFrom(...versionNames), { maxLength: 3 }),
      calls: fc.dictionary(fc.constantFrom(...others), call),
      protocol: fc.constantFrom("http" as const, "http2" as const, "grpc" as const),
      besides: fc.option(otherPort, { nil: undefined, freq: 2 }),
      host: fc.option(fc.constant(`${name}.internal.example`), { nil: undefined, freq: 3 }),
      replicas: fc.integer({ min: 0, max: 5 }),
      image: fc.option(fc.constant("docker.io/heddle/sample:dev"), { nil: undefined }),
      policy: fc.option(policy, { nil: undefined }),
      inProxies: fc.record({ limits, extensions, telemetry }, { requiredKeys: [] }),
      own: fc.option(policy, { nil: undefined }),
      env: fc.dictionary(fc.constantFrom("A", "LOG_LEVEL"), fc.string()),
      mtls: fc.option(mtlsMode, { nil: undefined }),
      requires: fc.option(requirement, { nil: undefined }),
      visibility: fc.constantFrom("mesh" as const, "namespace" as const, ["shop", "other"]),
      discovery: fc.option(discovery, { nil: undefined }),
    })
    .map(({ versions, image, mtls, policy, own, requires, discovery, inProxies, ...more }) => ({
      versions,
      definition: {
        ...withPorts(more),
        ...(versions.length === 0 ? {} : { versions: withPolicy(versions, own) }),
        ...inProxies,
        ...(policy === undefined ? {} : { policy }),
        ...(image === undefined ? {} : { image }),
        ...(mtls === undefined ? {} : { mtls }),
        ...(requires === undefined ? {} : { requires }),
        ...(discovery === undefined ? {} : { discovery }),
      },
    }));
}

/** Names of the ports that carry requests; an only one is called by its protocol. */
function requestPorts({
  ports,
  protocol = "http",
}: Partial<Service["definition"]> = {}): readonly string[] {
  if (ports === undefined) return [protocol];
  return Object.entries(ports).flatMap(([name, port]) => (port.protocol === "tcp" ? [] : [name]));
}

/** Other services whose only port takes whatever is spoken. */
function led(services: readonly Service[], name: string) {
  return serviceNames.flatMap((other, index) => {
    const { versions = [], definition } = services[index] ?? {};
    return other !== name && definition?.protocol === "http2" ? [{ name: other, versions }] : [];
  });
}

const ledgerVersions = ["v1", "v2"];

/** A host of a gateway: of a service with requests in every way, of others in the one way that they allow. */
const gatewayHost: fc.Arbitrary<GatewayHostDefinition> = fc.oneof(
  fc.record({ service: fc.constantFrom(...serviceNames) }),
  fc.record(
    {
      service: fc.constantFrom(...serviceNames),
      tls: fc.constantFrom(
        { secret: "cert" },
        { secret: ["other.cert", "other.ecdsa"] },
        { secret: "strict", minVersion: "1.3", clients: { secret: "clients" } },
      ),
      http: fc.constantFrom("redirect" as const, "refuse" as const),
      login,
    },
    { requiredKeys: ["service", "tls"] },
  ),
  fc.record(
    {
      service: fc.constantFrom(...serviceNames),
      paths: fc.dictionary(
        fc.constantFrom("/a", "/a/x", "/b", "/carts"),
        fc.oneof(
          fc.constantFrom(...serviceNames),
          fc.record({
            service: fc.constantFrom(...serviceNames),
            rewrite: fc.constantFrom(
              { path: { prefix: "/" } } as const,
              {
                path: { prefix: "/v1" },
              } as const,
            ),
          }),
        ),
        { minKeys: 1 },
      ),
      tls: fc.constant({ secret: "cert" }),
      login,
    },
    { requiredKeys: ["paths", "tls"] },
  ),
  fc.constant<GatewayHostDefinition>({ service: "vault", tls: { mode: "passthrough" } }),
  fc.constant<GatewayHostDefinition>({ service: "ledger", tls: { secret: "ledger.cert" } }),
);

function seesRequests(hosts: Readonly<Record<string, GatewayHostDefinition>>): boolean {
  return Object.values(hosts).some(({ service = "" }) => !["vault", "ledger"].includes(service));
}

/** Any mesh that is right: all five services with requests and two without, random everything else. */
export const arbitraryMesh: fc.Arbitrary<MeshDefinition> = fc
  .tuple(...serviceNames.map(service))
  .chain((services) =>
    fc
      .record({
        routes: fc.record(
          Object.fromEntries(
            serviceNames.map((name, index) => {
              const others = serviceNames.filter((each) => each !== name);
              const { versions = [], definition } = services[index] ?? {};
              const speaksGrpc = definition?.protocol === "grpc";
              const ports = requestPorts(definition);
              return [
                name,
                route({ name, versions, others, speaksGrpc, ports, led: led(services, name) }),
              ];
            }),
          ),
          { requiredKeys: [] },
        ),
        hosts: fc.dictionary(
          fc.constantFrom("shop.example", "*.shop.example", "a.example"),
          gatewayHost,
          { minKeys: 1 },
        ),
        ports: fc.record({ http: fc.constantFrom(80, 8080) }, { requiredKeys: [] }),
        tcp: fc.option(fc.constant({ ledger: { port: 5432, service: "ledger" } }), {
          nil: undefined,
        }),
        ledger: split(ledgerVersions),
        mtls: mtlsMode,
        token: requirement,
        headless: fc.boolean(),
        atDoor: fc.record({ extensions, telemetry }, { requiredKeys: [] }),
        machines: fc.dictionary(
          fc.constantFrom("m", "constructor"),
          fc.record(
            {
              address: fc.ipV4(),
              version: fc.constantFrom(...ledgerVersions),
              weight: fc.nat(9).map((each) => each + 1),
              ports: fc.record({ tcp: fc.integer({ min: 1, max: 65_535 }) }, { requiredKeys: [] }),
            },
            { requiredKeys: ["address", "version"] },
          ),
          { maxKeys: 1 },
        ),
        globalLimits: fc.record<GlobalLimitsDefinition>(
          {
            service: fc.constant("counter"),
            timeout: duration,
            uncounted: fc.constantFrom("allow", "refuse"),
          },
          { requiredKeys: ["service"] },
        ),
        // Services that say nothing of it follow the mesh, so that one may be all that is scoped.
        discovery: discovery.map((each) => ({ scope: each.scope ?? "all" })),
        access,
        aliases: fc.subarray(["a.example", "b.example"], { minLength: 1 }),
        telemetry,
        providers: providers("guard"),
        authentication,
        namespaces: fc.dictionary(
          fc.constant("shop"),
          fc.record({ mtls: mtlsMode }, { requiredKeys: [] }),
        ),
      })
      .map(
        ({
          routes,
          hosts,
          ports,
          tcp,
          ledger,
          mtls,
          namespaces,
          token,
          ...users
        }): MeshDefinition => ({
          name: "shop",
          trust: { domain: "shop.example", mtls, aliases: users.aliases },
          providers: users.providers,
          telemetry: users.telemetry,
          namespaces,
          authentication: users.authentication,
          access: withClaims(users.access, services),
          discovery: users.discovery,
          globalLimits: users.globalLimits,
          services: {
            ...Object.fromEntries(
              serviceNames.map((name, index) => [name, services[index]?.definition ?? {}]),
            ),
            guard: {},
            ledger: {
              port: 5432,
              protocol: "tcp",
              versions: ledgerVersions,
              machines: users.machines,
              machineGroup: { locality: "eu/west", ready: { interval: "5s" } },
            },
            counter: { port: 8081, protocol: "grpc" },
            vault: { port: 8200, protocol: "tls", headless: users.headless },
          },
          routes: { ...routes, ledger: { split: ledger } },
          gateways: {
            edge: {
              ...(seesRequests(hosts) ? users.atDoor : {}),
              hosts: withTokens(hosts, tcp !== undefined, token),
              ports,
              ...(tcp === undefined ? {} : { tcp }),
            },
          },
        }),
      ),
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
