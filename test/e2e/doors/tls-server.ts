import type { Manifest } from "../../../graph/index.ts";

/** Answers over TLS with the name that was asked for, the path, and who the caller is by address. */
const program = `
const { readFileSync: read } = require("node:fs");
const cert = read("/tls/tls.crt"), key = read("/tls/tls.key");
require("node:https").createServer({ cert, key }, ({ socket, url }, answer) => {
  answer.end(JSON.stringify({ sni: socket.servername, url, from: socket.remoteAddress }));
}).listen(Number(process.env.PORT));
`;

/** A Deployment, with a Service of its name, that ends TLS itself with the Secret of its name. */
export function tlsServer(name: string, namespace: string, port: number): readonly Manifest[] {
  const metadata = { name, namespace };
  const labels = { app: name };
  return [
    {
      apiVersion: "v1",
      kind: "Service",
      metadata,
      spec: { selector: labels, ports: [{ name: "tls", port, appProtocol: "tls" }] },
    },
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata,
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels: { ...labels, version: "default" } },
          spec: {
            terminationGracePeriodSeconds: 1,
            serviceAccountName: name,
            securityContext: {
              sysctls: [{ name: "net.ipv4.ip_unprivileged_port_start", value: "0" }],
            },
            containers: [
              {
                name: "app",
                image: "docker.io/heddle/sample:dev",
                imagePullPolicy: "IfNotPresent",
                command: ["/usr/local/bin/node", "-e", program],
                env: [{ name: "PORT", value: String(port) }],
                readinessProbe: { tcpSocket: { port }, periodSeconds: 1 },
                volumeMounts: [{ name: "tls", mountPath: "/tls" }],
              },
            ],
            volumes: [{ name: "tls", secret: { secretName: name } }],
          },
        },
      },
    },
    { apiVersion: "v1", kind: "ServiceAccount", metadata },
  ] as readonly Manifest[];
}
