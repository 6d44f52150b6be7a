import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest } from "../../../graph/index.ts";
import { outsideLabels } from "../../../targets/istio/index.ts";
import { makeAuthority } from "../../edge/make-chain.ts";

const program = `
const { readFileSync: read } = require("node:fs");
const [cert, key, module] = ["tls.crt", "tls.key", "module.wasm"].map((file) => read("/served/" + file));
require("node:https").createServer({ cert, key }, (_, answer) => answer.end(module)).listen(8443);
`;

/** A server without a proxy that gives a module to whoever asks, at `https://<name>.<namespace>.svc.cluster.local/…`. */
export async function moduleServer(
  { name, namespace }: { readonly name: string; readonly namespace: string },
  module: Buffer,
  folder: string,
): Promise<readonly Manifest[]> {
  const authority = await makeAuthority(folder);
  const at = await authority.issue(name, [`DNS:${name}.${namespace}.svc.cluster.local`]);
  const file = async (its: string): Promise<string> =>
    (await readFile(join(at, its))).toString("base64");
  const data = { "tls.crt": await file("tls.crt"), "tls.key": await file("tls.key") };
  const metadata = { name, namespace };
  const labels = { app: name };
  const container = {
    name: "app",
    image: "docker.io/heddle/sample:dev",
    imagePullPolicy: "IfNotPresent",
    command: ["/usr/local/bin/node", "-e", program],
    readinessProbe: { tcpSocket: { port: 8443 }, periodSeconds: 1 },
    volumeMounts: [{ name: "served", mountPath: "/served" }],
  };
  return [
    {
      apiVersion: "v1",
      kind: "Secret",
      metadata,
      data: { ...data, "module.wasm": module.toString("base64") },
    },
    {
      apiVersion: "v1",
      kind: "Service",
      metadata,
      spec: { selector: labels, ports: [{ name: "https", port: 443, targetPort: 8443 }] },
    },
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata,
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels: { ...labels, ...outsideLabels } },
          spec: {
            terminationGracePeriodSeconds: 1,
            containers: [container],
            volumes: [{ name: "served", secret: { secretName: name } }],
          },
        },
      },
    },
  ];
}
