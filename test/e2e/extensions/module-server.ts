import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest } from "../../../graph/index.ts";
import { outsideLabels } from "../../../targets/istio/index.ts";
import { makeAuthority } from "../../edge/make-chain.ts";
import type { ModuleImage } from "./module-image.ts";

/** Gives the module itself, and the image of it as a registry does: to who shows the password of the pull Secret. */
const program = `
const { readFileSync: read, existsSync: is } = require("node:fs");
const file = (name) => "/served/" + name;
const cert = read(file("tls.crt")), key = read(file("tls.key"));
const password = "Basic " + Buffer.from("puller:" + process.env.PASSWORD).toString("base64");
require("node:https").createServer({ cert, key }, ({ url, headers }, answer) => {
  if (url === "/module.wasm") return answer.end(read(file("module.wasm")));
  if (headers.authorization !== password) {
    return answer.writeHead(401, { "www-authenticate": "Basic realm=modules" }).end();
  }
  const [, name = ""] = /^\\/v2\\/header\\/blobs\\/sha256:([0-9a-f]{64})$/.exec(url) ?? [];
  if (name !== "" && is(file(name))) return answer.end(read(file(name)));
  if (url === "/v2/") return answer.end();
  if (!url.startsWith("/v2/header/manifests/")) return answer.writeHead(404).end();
  const type = "application/vnd.docker.distribution.manifest.v2+json";
  answer.writeHead(200, { "content-type": type }).end(read(file("manifest")));
}).listen(8443);
`;

/** What the server gives, and to whom. */
export interface ServedModule {
  readonly module: Buffer;
  readonly image: ModuleImage;
  /** Of the user `puller`. */
  readonly password: string;
}

/** A server without a proxy that gives a module at `https://<name>.<namespace>.svc.cluster.local/module.wasm`, and as the image `header`. */
export async function moduleServer(
  { name, namespace }: { readonly name: string; readonly namespace: string },
  { module, image, password }: ServedModule,
  folder: string,
): Promise<readonly Manifest[]> {
  const authority = await makeAuthority(folder);
  const at = await authority.issue(name, [`DNS:${name}.${namespace}.svc.cluster.local`]);
  const file = async (its: string): Promise<string> =>
    (await readFile(join(at, its))).toString("base64");
  const served = { "module.wasm": module, manifest: image.manifest, ...image.blobs };
  const data = {
    "tls.crt": await file("tls.crt"),
    "tls.key": await file("tls.key"),
    ...Object.fromEntries(
      Object.entries(served).map(([its, bytes]) => [its, bytes.toString("base64")]),
    ),
  };
  const auths = { [`${name}.${namespace}.svc.cluster.local`]: { username: "puller", password } };
  const metadata = { name, namespace };
  const labels = { app: name };
  const container = {
    name: "app",
    image: "docker.io/heddle/sample:dev",
    imagePullPolicy: "IfNotPresent",
    command: ["/usr/local/bin/node", "-e", program],
    env: [{ name: "PASSWORD", value: password }],
    readinessProbe: { tcpSocket: { port: 8443 }, periodSeconds: 1 },
    volumeMounts: [{ name: "served", mountPath: "/served" }],
  };
  return [
    {
      apiVersion: "v1",
      kind: "Secret",
      metadata,
      data,
    },
    {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: `${name}-pull`, namespace },
      type: "kubernetes.io/dockerconfigjson",
      stringData: { ".dockerconfigjson": JSON.stringify({ auths }) },
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
