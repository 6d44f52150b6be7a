import type { Json } from "../../graph/index.ts";
import type { Port, WorkloadService } from "../../model/index.ts";

/**
 * Probes on the first port: `/healthz` and `/readyz` where one speaks HTTP/1.1, otherwise whether it accepts connections.
 * A workload has 60 seconds to start.
 */
export function containerProbes({ ports }: WorkloadService): { [key: string]: Json } {
  const http = ports.find(({ protocol }) => protocol === "http");
  const port = http ?? ports[0];
  if (port === undefined) return {};
  const ready = probe(port, "/readyz");
  return {
    startupProbe: { ...ready, periodSeconds: 1, failureThreshold: 60 },
    readinessProbe: { ...ready, periodSeconds: 5, failureThreshold: 3 },
    livenessProbe: { ...probe(port, "/healthz"), periodSeconds: 10, failureThreshold: 3 },
  };
}

function probe({ protocol, target }: Port, path: string): { [key: string]: Json } {
  if (protocol !== "http") return { tcpSocket: { port: target }, timeoutSeconds: 2 };
  return { httpGet: { path, port: target }, timeoutSeconds: 2 };
}
