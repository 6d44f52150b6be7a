import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { stringify } from "yaml";
import { driverPath } from "./drive.ts";
import { encodeFrame, readFrames } from "./web-socket-frames.ts";

/** A pod of the loopback cluster: its container is a process of this machine with this environment. */
export interface LoopbackPod {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly ready?: boolean;
  /** Where the driver is; default the project's own. */
  readonly driver?: string;
}

export interface LoopbackCluster {
  readonly kubeconfig: string;
  stop(): Promise<void>;
}

/**
 * The two parts of the Kubernetes API that traffic needs, over the real wire protocol: the list of pods, and exec as
 * a web socket, which really runs the program.
 */
export async function startCluster(pods: readonly LoopbackPod[]): Promise<LoopbackCluster> {
  const api = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(listPods(pods, request)));
  });
  api.on("upgrade", (request, socket) => {
    exec(pods, request, socket);
  });
  await new Promise<void>((resolve) => api.listen(0, "127.0.0.1", resolve));
  const { port } = api.address() as AddressInfo;
  const folder = await mkdtemp(join(tmpdir(), "heddle-cluster-"));
  const kubeconfig = join(folder, "kubeconfig");
  const name = "loopback";
  const server = `http://127.0.0.1:${String(port)}`;
  await writeFile(
    kubeconfig,
    stringify({
      apiVersion: "v1",
      kind: "Config",
      "current-context": name,
      // The client takes plain HTTP only with this; there is no TLS to skip on this loopback port.
      clusters: [{ name, cluster: { server, "insecure-skip-tls-verify": true } }],
      users: [{ name, user: {} }],
      contexts: [{ name, context: { cluster: name, user: name } }],
    }),
  );
  return {
    kubeconfig,
    async stop() {
      api.closeAllConnections();
      api.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function listPods(pods: readonly LoopbackPod[], request: IncomingMessage): object {
  const url = new URL(request.url ?? "/", "http://cluster");
  const namespace = url.pathname.split("/")[4];
  const wanted = (url.searchParams.get("labelSelector") ?? "").split(",").filter(Boolean);
  const named = url.searchParams.get("fieldSelector")?.replace("metadata.name=", "");
  const items = pods
    .filter((pod) => pod.namespace === namespace && (named === undefined || pod.name === named))
    .filter(({ labels }) =>
      wanted.every((each) => labels[each.split("=")[0] ?? ""] === each.split("=")[1]),
    )
    .map(({ name, namespace, labels, ready = true }) => ({
      metadata: { name, namespace, labels },
      status: {
        phase: "Running",
        conditions: [{ type: "Ready", status: ready ? "True" : "False" }],
      },
    }));
  return { apiVersion: "v1", kind: "PodList", metadata: {}, items };
}

function exec(pods: readonly LoopbackPod[], request: IncomingMessage, socket: Duplex): void {
  const url = new URL(request.url ?? "/", "http://cluster");
  const pod = pods.find(({ name }) => name === url.pathname.split("/")[6]);
  if (!pod || url.searchParams.get("container") !== "app") {
    socket.end("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n");
    return;
  }
  const magic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  const key = String(request.headers["sec-websocket-key"]);
  const accept = createHash("sha1")
    .update(key + magic)
    .digest("base64");
  socket.write(
    "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n" +
      `sec-websocket-accept: ${accept}\r\nsec-websocket-protocol: v5.channel.k8s.io\r\n\r\n`,
  );
  const [, , argument = ""] = url.searchParams.getAll("command");
  const child = spawn(process.execPath, [pod.driver ?? driverPath, argument], {
    env: { PATH: process.env["PATH"], ...pod.environment },
  });
  const send = (channel: number, data: Buffer): void => {
    if (socket.writable) socket.write(encodeFrame(Buffer.concat([Buffer.of(channel), data])));
  };
  child.stdout.on("data", (data: Buffer) => {
    send(1, data);
  });
  child.stderr.on("data", (data: Buffer) => {
    send(2, data);
  });
  child.on("close", (code) => {
    send(3, Buffer.from(JSON.stringify(status(code ?? 1))));
  });
  readFrames(socket, (payload) => {
    if (payload[0] === 0) child.stdin.write(payload.subarray(1));
  });
  // As a container's runtime does it: when the client is gone, standard input ends.
  socket.on("close", () => child.stdin.end()).on("error", () => child.stdin.end());
}

function status(code: number): object {
  if (code === 0) return { status: "Success" };
  const causes = [{ reason: "ExitCode", message: String(code) }];
  const message = `command terminated with non-zero exit code: exit status ${String(code)}`;
  return { status: "Failure", reason: "NonZeroExitCode", message, details: { causes } };
}
