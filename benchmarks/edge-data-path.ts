/**
 * `node benchmarks/edge-data-path.ts [rounds]`: what a generated edge proxy costs against the smallest configuration
 * that a person would write by hand, without an access log and with the same one, in one run on loopback; and what 1,000
 * routes cost to compile, validate and start.
 */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accessLogs } from "../targets/envoy/access-log.ts";
import type { EdgeSite } from "../targets/envoy/index.ts";
import { accessLogsSchema } from "../targets/envoy/site/telemetry-schema.ts";
import { freePorts } from "../test/edge/start-envoy.ts";
import { ensureTools } from "../tools/index.ts";
import { compileBenchmark } from "./edge-compile.ts";
import { handWritten } from "./edge-hand-written.ts";
import { measureThroughput, type Throughput } from "./edge-load.ts";
import { measureManyRoutes } from "./edge-many-routes.ts";
import { startProcess, type EdgeProcess } from "./edge-process.ts";

interface Round extends Throughput {
  /** Processor time of the proxy for one request. Says the truth also on a busy machine. */
  readonly microseconds: number;
}

const rounds = Math.min(20, Number(process.argv[2] ?? 7));
const secondsEach = 3;
const folder = await mkdtemp(join(tmpdir(), "heddle-edge-benchmark-"));
const { envoy } = await ensureTools(["envoy"]);
try {
  await compareDataPath();
  console.log(await measureManyRoutes(envoy, folder, 1000));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function compareDataPath(): Promise<void> {
  const upstream = createServer((_, response) => response.end("ok\n")).listen(0, "127.0.0.1");
  await once(upstream, "listening");
  const to = (upstream.address() as AddressInfo).port;
  const ports = await freePorts("generated", "byHand", "logging", "loggingByHand");
  const mesh = {
    name: "shop",
    trust: { domain: "shop.example", mtls: "disabled" },
    services: { web: {} },
    gateways: { edge: { hosts: { "shop.example": { service: "web" } } } },
  } as const;
  const endpoints = { web: { default: [`127.0.0.1:${String(to)}`] } };
  const generate = (port: number, site?: Pick<EdgeSite, "accessLogs">) =>
    compileBenchmark(mesh, endpoints, port, site);
  const start = (config: string, port: number) => startProcess(envoy, { folder, config, port });
  const everyRequest = accessLogs({ accessLogs: accessLogsSchema.parse([{}]) }, "requests");
  const proxies = [
    await start(await generate(ports.generated), ports.generated),
    await start(handWritten(ports.byHand, to), ports.byHand),
    await start(await generate(ports.logging, { accessLogs: [{}] }), ports.logging),
    await start(
      handWritten(ports.loggingByHand, to, { access_log: everyRequest }),
      ports.loggingByHand,
    ),
  ];
  const [ours = [], theirs = [], oursLogging = [], theirsLogging = []] = await alternate(proxies);
  report("as generated, and by hand", ours, theirs);
  report("the same two, with a log of every request", oursLogging, theirsLogging);
  await Promise.all(proxies.map((each) => each.stop()));
  upstream.close().closeAllConnections();
}

/** By turns, so that what else the machine does hits all alike. */
async function alternate(proxies: readonly EdgeProcess[]): Promise<Round[][]> {
  const results: Round[][] = proxies.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    const order = [...proxies.entries()];
    for (const [index, proxy] of round % 2 === 0 ? order : order.toReversed()) {
      results[index]?.push(await measure(proxy));
    }
  }
  return results;
}

async function measure(proxy: EdgeProcess): Promise<Round> {
  const before = await proxy.processorSeconds();
  const throughput = await measureThroughput(proxy.port, "shop.example", secondsEach);
  const spent = (await proxy.processorSeconds()) - before;
  return { ...throughput, microseconds: (spent * 1e6) / throughput.requests };
}

function report(what: string, ours: readonly Round[], theirs: readonly Round[]): void {
  console.log(what);
  for (const [name, results] of [
    ["generated", ours],
    ["by hand", theirs],
  ] as const) {
    const [rate = NaN, p99 = NaN, cost = NaN] = (["rate", "p99", "microseconds"] as const).map(
      (field) => median(results.map((each) => each[field])),
    );
    console.log(
      `  ${name.padEnd(10)} ${rate.toFixed(0)} requests/s, p99 ${p99.toFixed(2)} ms, ` +
        `${cost.toFixed(1)} µs of processor a request (medians)`,
    );
  }
  const ratio = (of: (ours: Round, theirs: Round) => number): string =>
    median(ours.flatMap((each, round) => (theirs[round] ? [of(each, theirs[round])] : []))).toFixed(
      3,
    );
  console.log(
    `  ratio, median of ${String(rounds)} rounds: throughput ${ratio((a, b) => a.rate / b.rate)}, ` +
      `requests for the same processor time ${ratio((a, b) => b.microseconds / a.microseconds)}`,
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
