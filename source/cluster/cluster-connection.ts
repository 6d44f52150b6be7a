import http from "node:http";
import https, { type RequestOptions } from "node:https";
import { text } from "node:stream/consumers";
import { KubeConfig } from "@kubernetes/client-node";

/** A cluster that can be asked. */
export interface ClusterConnection {
  /** The context of the kubeconfig. */
  readonly context: string;
  /** The server's answer to a GET, as it came: the typed client would change dates and drop unknown fields. */
  ask(path: string): Promise<ClusterAnswer>;
}

export interface ClusterAnswer {
  readonly status: number;
  readonly body: unknown;
}

const patience = 30_000;

/**
 * Opens the cluster of a kubeconfig as kubectl finds it: `KUBECONFIG`, else `~/.kube/config`, else the account of the
 * pod.
 *
 * @param context which of its contexts; default the current one
 * @throws Error when there is no kubeconfig, or no such context
 */
export function connectToCluster(context?: string): ClusterConnection {
  const config = new KubeConfig();
  config.loadFromDefault();
  if (context !== undefined) {
    const names = config.getContexts().map(({ name }) => name);
    if (!names.includes(context)) {
      throw new Error(`there is no context ${context}; there are ${names.join(", ") || "none"}`);
    }
    config.setCurrentContext(context);
  }
  const cluster = config.getCurrentCluster();
  if (cluster === null) throw new Error("the kubeconfig has no current context");
  return {
    context: config.getCurrentContext(),
    async ask(path) {
      const options: RequestOptions = {
        timeout: patience,
        headers: { accept: "application/json" },
      };
      await config.applyToHTTPSOptions(options);
      const { status, content } = await send(
        `${cluster.server.replace(/\/$/, "")}${path}`,
        options,
      );
      return { status, body: parse(content) };
    },
  };
}

function send(url: string, options: RequestOptions) {
  return new Promise<{ status: number; content: string }>((resolve, reject) => {
    // A plain address is what `kubectl proxy` opens.
    const { get } = url.startsWith("https:") ? https : http;
    const request = get(url, options, (response) => {
      text(response).then((content) => {
        resolve({ status: response.statusCode ?? 0, content });
      }, reject);
    });
    request.on("timeout", () =>
      request.destroy(new Error(`no answer in ${String(patience / 1000)} s`)),
    );
    request.on("error", reject);
  });
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
