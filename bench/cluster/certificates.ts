import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { addresses } from "./cluster-addresses.ts";
import type { BenchPaths } from "./bench-paths.ts";

/** Users of the API server: who they are, and the groups that the token gives them. */
const users = {
  admin: { user: "heddle-admin", groups: "system:masters" },
  "kube-controller-manager": { user: "system:kube-controller-manager", groups: "" },
  "kube-scheduler": { user: "system:kube-scheduler", groups: "" },
  "kube-proxy": { user: "system:kube-proxy", groups: "" },
} as const;

/** Somebody who has a token of their own; the node is one more. */
export type TokenOwner = keyof typeof users | "kubelet";

/**
 * Makes the certificate authority, the certificates, the service-account key and the tokens of a bench. What is
 * there stays, so that a kubeconfig outlives a rebuilt cluster.
 */
export async function ensureCertificates(paths: BenchPaths, node: string): Promise<void> {
  if (existsSync(paths.certificates)) return;
  // Complete or absent: an interrupted run leaves only the draft.
  const draft = `${paths.certificates}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  await writeFile(join(draft, "openssl.cnf"), "[req]\ndistinguished_name=dn\n[dn]\n");
  await issue(draft, { name: "ca", subject: "/CN=heddle-bench", extensions: authority });
  await Promise.all(leaves(node).map((leaf) => issue(draft, leaf)));
  await writeServiceAccountKey(draft);
  await writeFile(join(draft, "tokens.csv"), tokenFile(node), { mode: 0o600 });
  await rename(draft, paths.certificates);
}

/** The token of a user, from the file that the API server reads. */
export async function tokenOf(paths: BenchPaths, owner: TokenOwner): Promise<string> {
  const rows = (await readFile(join(paths.certificates, "tokens.csv"), "utf8")).split("\n");
  const row = rows.find((line) => line.split(",")[2] === owner);
  const token = row?.split(",")[0];
  if (!token) throw new Error(`the token file of the bench has no row for ${owner}`);
  return token;
}

interface Certificate {
  readonly name: string;
  readonly subject: string;
  readonly extensions: readonly string[];
}

const authority = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign"];

function leaves(node: string): readonly Certificate[] {
  const names = ["", ".default", ".default.svc", `.default.svc.${addresses.clusterDomain}`];
  const hosts = [
    "DNS:localhost",
    ...names.map((suffix) => `DNS:kubernetes${suffix}`),
    ...["127.0.0.1", addresses.node, addresses.apiService].map((address) => `IP:${address}`),
  ];
  const server = ["basicConstraints=critical,CA:FALSE", "extendedKeyUsage=serverAuth"];
  return [
    {
      name: "apiserver",
      subject: "/CN=kube-apiserver",
      extensions: [...server, `subjectAltName=${hosts.join(",")}`],
    },
    {
      name: "kubelet",
      subject: `/O=system:nodes/CN=system:node:${node}`,
      extensions: [...server, `subjectAltName=DNS:${node},IP:${addresses.node}`],
    },
    {
      name: "kubelet-client",
      subject: "/O=system:masters/CN=kube-apiserver-kubelet-client",
      extensions: ["basicConstraints=critical,CA:FALSE", "extendedKeyUsage=clientAuth"],
    },
  ];
}

/** Signs with the authority in the same folder; the authority itself is self-signed. */
async function issue(directory: string, certificate: Certificate): Promise<void> {
  const { name, subject, extensions } = certificate;
  const signer = name === "ca" ? [] : ["-CA", "ca.crt", "-CAkey", "ca.key"];
  await execa(
    "openssl",
    [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
      ...["-days", "3650", "-subj", subject, "-keyout", `${name}.key`, "-out", `${name}.crt`],
      ...extensions.flatMap((extension) => ["-addext", extension]),
      ...signer,
      // The system's configuration adds extensions of its own, which would then stand there twice.
      ...["-config", "openssl.cnf"],
    ],
    { cwd: directory },
  );
  await chmod(join(directory, `${name}.key`), 0o600);
}

async function writeServiceAccountKey(directory: string): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  await writeFile(join(directory, "service-account.key"), privateKey, { mode: 0o600 });
  await writeFile(join(directory, "service-account.pub"), publicKey);
}

function tokenFile(node: string): string {
  const all = { ...users, kubelet: { user: `system:node:${node}`, groups: "system:nodes" } };
  return Object.entries(all)
    .map(([owner, { user, groups }]) => {
      const token = randomBytes(24).toString("hex");
      return `${[token, user, owner].join(",")}${groups ? `,"${groups}"` : ""}\n`;
    })
    .join("");
}
