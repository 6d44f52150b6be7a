import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createReport, HeddleError } from "../../diagnostics/index.ts";
import { buildGraph } from "../../graph/index.ts";
import { hostDelivery, publishEdge, type Published } from "../../edge/index.ts";
import { parseMesh, type MeshDefinition } from "../../model/index.ts";
import {
  edgeConfig,
  resolveSite,
  type EdgeConfig,
  type EdgeSite,
  type FileDelivery,
  type ListenSettings,
} from "../../targets/envoy/index.ts";
import { generateTraffic } from "../../bench/traffic/generate-traffic.ts";
import {
  trafficRequestSchema,
  type TrafficRequestInput,
} from "../../bench/traffic/traffic-request.ts";
import type { TrafficResult } from "../../bench/traffic/traffic-result.ts";
import { freePorts, startEnvoy, type RunningEnvoy } from "./start-envoy.ts";
import { makeAuthority, type TestAuthority } from "./make-chain.ts";

/** A site on loopback: its folder, its ports, and a proxy that runs from them. */
export interface EdgeGround {
  readonly root: string;
  readonly authority: TestAuthority;
  readonly ports: Readonly<Record<"http" | "https" | "admin" | "ready", number>>;
  /** Compiles a mesh for this site; throws every finding. */
  compile(
    mesh: MeshDefinition,
    endpoints: EdgeSite["endpoints"],
    change?: { readonly site?: EdgeSite; readonly delivery?: FileDelivery },
  ): EdgeConfig;
  publish(config: EdgeConfig): Promise<Published>;
  start(): Promise<RunningEnvoy>;
  /** Sends traffic to the plain door; an `https` URL goes to the other one. */
  send(traffic: TrafficRequestInput, stop?: AbortSignal): Promise<TrafficResult>;
  remove(): Promise<void>;
}

/** @param base folder for that of the site. Default: the one for temporary files. */
export async function prepareEdge(base = tmpdir()): Promise<EdgeGround> {
  const root = await mkdtemp(join(base, "heddle-edge-"));
  const ports = await freePorts("http", "https", "admin", "ready");
  const authority = await makeAuthority(root);
  const running: RunningEnvoy[] = [];
  return {
    root,
    authority,
    ports,
    compile: (mesh, endpoints, { site = {}, delivery = hostDelivery(root) } = {}) =>
      compile(mesh, delivery, {
        listen: listenOn(ports),
        endpoints: endpoints ?? {},
        certificates: root,
        adminPort: ports.admin,
        readiness: { port: ports.ready },
        ...site,
      }),
    publish: (config) => publishEdge(config, root),
    async start() {
      const envoy = await startEnvoy(join(root, "bootstrap.json"), { readiness: ports.ready });
      running.push(envoy);
      return envoy;
    },
    send(traffic, stop = new AbortController().signal) {
      const plain = traffic.url.startsWith("http:");
      const connect = { host: "127.0.0.1", port: plain ? ports.http : ports.https };
      const tls = plain ? {} : { tls: { ca: authority.root } };
      const request = trafficRequestSchema.parse({ connect, ...tls, ...traffic });
      return generateTraffic(request, sender, stop);
    },
    async remove() {
      for (const envoy of running) await envoy.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** What requests say about where they come from. */
const sender = { service: "test", version: "", pod: "" };

function compile(definition: MeshDefinition, delivery: FileDelivery, site: EdgeSite): EdgeConfig {
  const report = createReport();
  const mesh = parseMesh(definition, report);
  if (mesh === undefined) throw new HeddleError(report.diagnostics());
  const resolved = resolveSite(mesh, "loopback", site, report);
  if (resolved === undefined) throw new HeddleError(report.diagnostics());
  const graph = buildGraph(mesh, report);
  const config = edgeConfig(mesh, graph, resolved, { delivery, report });
  if (report.has("error")) throw new HeddleError(report.diagnostics());
  return config;
}

function listenOn({ http, https }: EdgeGround["ports"]): ListenSettings {
  return { address: "127.0.0.1", http, https, publicHttps: https };
}
