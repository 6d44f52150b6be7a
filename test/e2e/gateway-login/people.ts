import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest } from "../../../graph/index.ts";
import type { IssuerClient } from "../../edge/start-issuer.ts";

/** Where the provider is. */
export const outside = "login-people";
export const peopleHost = `people.${outside}.svc.cluster.local`;

const main = `
import { readFileSync } from "node:fs";
import { startIssuer } from "./edge/start-issuer.ts";
const { client, place } = JSON.parse(readFileSync("/people/settings/settings.json", "utf8"));
await startIssuer("/people/tls", client, place);
`;

/** The provider of the edge proxy's test, in a pod: the same program, for another place. */
export async function peopleWorkload(
  client: IssuerClient,
  port: number,
  tls: Readonly<Record<string, string>>,
): Promise<readonly Manifest[]> {
  const tests = join(import.meta.dirname, "../..");
  const programs = ["edge/start-issuer.ts", "e2e/sign-token.ts"];
  const texts = programs.map((file) => readFile(join(tests, file), "utf8"));
  const data = {
    "main.ts": main,
    "start-issuer.ts": await texts[0],
    "sign-token.ts": await texts[1],
  };
  const place = { address: "0.0.0.0", port, name: peopleHost };
  const metadata = { name: "people", namespace: outside };
  const labels = { app: "people" };
  const items = [
    { key: "main.ts", path: "main.ts" },
    ...programs.map((path) => ({ key: path.slice(path.indexOf("/") + 1), path })),
  ];
  return [
    { apiVersion: "v1", kind: "Namespace", metadata: { name: outside } },
    { apiVersion: "v1", kind: "ConfigMap", metadata, data },
    { apiVersion: "v1", kind: "Secret", metadata, stringData: tls },
    {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { ...metadata, name: "settings" },
      stringData: { "settings.json": JSON.stringify({ client, place }) },
    },
    {
      apiVersion: "v1",
      kind: "Service",
      metadata,
      spec: { selector: labels, ports: [{ name: "https", port }] },
    },
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata,
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            terminationGracePeriodSeconds: 1,
            containers: [
              {
                name: "app",
                image: "docker.io/heddle/sample:dev",
                imagePullPolicy: "IfNotPresent",
                command: ["/usr/local/bin/node", "/people/program/main.ts"],
                readinessProbe: { tcpSocket: { port }, periodSeconds: 1 },
                volumeMounts: ["program", "settings", "tls"].map((name) => ({
                  name,
                  mountPath: `/people/${name}`,
                })),
              },
            ],
            volumes: [
              { name: "program", configMap: { name: "people", items } },
              { name: "settings", secret: { secretName: "settings" } },
              { name: "tls", secret: { secretName: "people" } },
            ],
          },
        },
      },
    },
  ] as readonly Manifest[];
}
