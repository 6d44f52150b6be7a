import fc from "fast-check";
import { metricNames, type MeshDefinition, type TelemetryDefinition } from "../../model/index.ts";

type Providers = NonNullable<MeshDefinition["providers"]>;

/** One provider of each role, `ledger` and the services of bytes never among them. */
export const providers = (service: string): fc.Arbitrary<Providers> =>
  fc.record<Providers>({
    asks: fc.oneof(
      fc.record(
        {
          kind: fc.constant("http-authoriser" as const),
          service: fc.constant(service),
          timeout: fc.constantFrom("250ms" as const, "1s" as const),
          onFailure: fc.constantFrom("refuse" as const, "pass" as const),
          requestHeaders: fc.constant(["X-User"]),
          bodyBytes: fc.constant(1024),
        },
        { requiredKeys: ["kind", "service"] },
      ),
      fc.constant({ kind: "elsewhere" as const, for: "authorisation" as const }),
    ),
    lines: fc.record(
      { kind: fc.constant("file-log" as const), format: fc.constantFrom("%PROTOCOL%", { a: "b" }) },
      { requiredKeys: ["kind"] },
    ),
    spans: fc.constant({ kind: "zipkin-traces" as const, service }),
    numbers: fc.constant({ kind: "prometheus" as const }),
  });

/** What proxies report to those of `providers`. */
export const telemetry: fc.Arbitrary<TelemetryDefinition> = fc.oneof(
  fc.constantFrom<TelemetryDefinition[]>(
    { logs: "off", traces: "off", metrics: "off" },
    { logs: { provider: "lines", filter: "response.code >= 400" } },
    {
      traces: {
        provider: "spans",
        sampling: 12.5,
        tags: { a: "b", c: { header: "X-A" }, d: { env: "A", default: "none" } },
      },
    },
  ),
  fc.record({
    metrics: fc.record({
      provider: fc.constant("numbers"),
      drop: fc.subarray([...metricNames], { minLength: 1 }),
      labels: fc.constantFrom<Record<string, string | false>>(
        {},
        { host: "request.host", source_app: false },
      ),
    }),
  }),
);
