import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { TrafficRequestInput } from "../../bench/traffic/traffic-request.ts";
import type { EdgeSite } from "../../targets/envoy/index.ts";
import { collectGrpc, collectHttp, collectUdp, type Collector } from "../edge/collector.ts";
import { prepareEdge, type EdgeGround } from "../edge/edge-ground.ts";
import { addressOf } from "../edge/edge-shop.ts";
import { freePorts, type RunningEnvoy } from "../edge/start-envoy.ts";
import { startService, type ServiceProcess } from "../services/start-process.ts";

// Logs, spans and statistics of a real Envoy, which arrive at collectors on loopback.

let edge: EdgeGround;
let envoy: RunningEnvoy;
let web: ServiceProcess;
let metrics: number;
let grpc: Collector;
let http: Collector;
let statsd: Collector;

const at = ({ port }: Collector): string => `127.0.0.1:${String(port)}`;

function publish(site: EdgeSite): Promise<unknown> {
  const mesh = {
    name: "shop",
    trust: { domain: "shop.example", mtls: "disabled" },
    services: { web: {} },
    gateways: { edge: { hosts: { "shop.example": { service: "web" } } } },
  } as const;
  const endpoints = { web: { default: [addressOf(web)] } };
  const stats: NonNullable<EdgeSite["stats"]> = {
    statsd: { address: at(statsd), prefix: "edge" },
    openTelemetry: { to: at(grpc), prefix: "edge" },
    interval: "500ms",
    prometheus: { port: metrics },
    tags: { site: "here" },
    only: ["http."],
  };
  const ports = { adminPort: edge.ports.admin, readiness: { port: edge.ports.ready } };
  const listen = { address: "127.0.0.1", http: edge.ports.http, https: edge.ports.https };
  const whole = { ...ports, listen, endpoints, stats, ...site };
  return edge.publish(edge.compile(mesh, endpoints, { site: whole }));
}

const send = (more: Partial<TrafficRequestInput> = {}) =>
  edge.send({ url: "http://shop.example/a?secret=1", ...more });

beforeAll(async () => {
  [grpc, http, statsd] = await Promise.all([collectGrpc(), collectHttp(), collectUdp()]);
  web = await startService({ SERVICE: "web" });
  edge = await prepareEdge();
  ({ metrics } = await freePorts("metrics"));
  const file = join(edge.root, "slow.log");
  await publish({
    accessLogs: [
      { fields: { agent: "%REQ(X-AGENT)%" } },
      {
        to: { file },
        format: { text: "%REQ(X-AGENT)% %RESPONSE_CODE% 100%%" },
        only: { statusFrom: 500 },
      },
      { to: { openTelemetry: at(grpc) } },
      { to: { grpc: at(grpc) } },
    ],
    tracing: { to: at(grpc), samplePercent: 100, service: "the-edge" },
  });
  envoy = await edge.start();
}, 120_000);
afterAll(async () => {
  await edge.remove();
  await Promise.all([web.stop(), grpc.close(), http.close(), statsd.close()]);
});

/** Waits until a call to this path holds all of these. */
async function arrives(
  collector: Collector,
  path: string,
  ...parts: readonly (string | Buffer)[]
): Promise<void> {
  const holds = (): void => {
    const bodies = collector.received().filter((call) => call.path.includes(path));
    expect(bodies.some(({ body }) => parts.every((part) => body.includes(part)))).toBe(true);
  };
  await vi.waitFor(holds, { timeout: 15_000, interval: 100 });
}

test("a log has the fields that are added, one that is filtered only what it asks for", async () => {
  await send({ headers: { "x-agent": "fine" } });
  await send({ headers: { "x-agent": "broken" }, plan: { fail: { status: 503 } } });
  await vi.waitFor(() => {
    const lines = envoy.log().map(({ agent, status, path }) => [agent, status, path]);
    expect(lines).toContainEqual(["broken", 503, "/a"]);
    expect(lines).toContainEqual(["fine", 200, "/a"]);
    expect(readFileSync(join(edge.root, "slow.log"), "utf8")).toBe("broken 503 100%\n");
  }, 15_000);
});

test("a log goes to a collector of OpenTelemetry and to Envoy's log service", async () => {
  await send();
  await arrives(grpc, "opentelemetry.proto.collector.logs.v1.LogsService/Export", "shop.example");
  await arrives(grpc, "envoy.service.accesslog.v3.AccessLogService/StreamAccessLogs", "/a");
});

const stranger = "0123456789abcdef0123456789abcdef";
const traceparent = `00-${stranger}-0123456789abcdef-01`;

test("spans arrive over gRPC, of a trace that the service hears of and no client chose", async () => {
  const { answers } = await send({ headers: { traceparent, tracestate: "a=b" } });
  const seen = answers[0]?.report?.request.headers ?? {};
  const [, trace = ""] = seen["traceparent"]?.split("-") ?? [];
  expect(trace).toMatch(/^[0-9a-f]{32}$/);
  expect(trace).not.toBe(stranger);
  expect(seen).not.toHaveProperty("tracestate", "a=b");
  await arrives(
    grpc,
    "opentelemetry.proto.collector.trace.v1.TraceService/Export",
    "the-edge",
    Buffer.from(trace, "hex"),
  );
});

test("spans arrive over HTTP; a trusted client goes on with its own trace, or wants none", async () => {
  await publish({
    tracing: { to: at(http), protocol: "http", samplePercent: 100, trustClients: true },
  });
  const unwanted = traceparent.replace("0123", "9999").replace(/1$/, "0");
  await send({ headers: { traceparent: unwanted } });
  await send({ headers: { traceparent } });
  await arrives(http, "/v1/traces", "shop-edge", Buffer.from(stranger, "hex"));
  const other = Buffer.from(unwanted.split("-")[1] ?? "", "hex");
  expect(http.received().some(({ body }) => body.includes(other))).toBe(false);
});

test("statistics go to statsd, and to Prometheus without the rest of the admin interface", async () => {
  await arrives(statsd, "", "edge.http.http.downstream_rq_total:");
  const ask = (path: string, method = "GET"): Promise<Response> =>
    fetch(`http://127.0.0.1:${String(metrics)}${path}`, { method });
  const text = await (await ask("/metrics")).text();
  expect(text).toMatch(/envoy_http_downstream_rq_total\{[^}]*site="here"[^}]*\} [1-9]/);
  expect(text).not.toContain("envoy_cluster_upstream_cx_total");
  for (const path of [
    "/stats/prometheus",
    "/config_dump",
    "/metrics/../config_dump",
    "/quitquitquit",
  ]) {
    expect((await ask(path)).status).toBe(404);
  }
  expect((await ask("/metrics", "POST")).status).toBe(404);
});

test("statistics go to a collector of OpenTelemetry, with their tags", async () => {
  await send();
  await arrives(
    grpc,
    "opentelemetry.proto.collector.metrics.v1.MetricsService/Export",
    ...["service.name", "shop-edge", "edge.http.downstream_rq_total"],
    ...["envoy.http_conn_manager_prefix", "site", "here"],
  );
  // What is not kept is not sent either.
  const bodies = grpc.received().filter(({ path }) => path.includes("MetricsService"));
  expect(bodies.some(({ body }) => body.includes("upstream_cx_total"))).toBe(false);
});
