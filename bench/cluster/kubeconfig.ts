import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import type { BenchPaths } from "./bench-paths.ts";
import { tokenOf, type TokenOwner } from "./certificates.ts";
import { addresses } from "./cluster-addresses.ts";

/** Path of the kubeconfig with which a component of the bench reaches the API server. */
export function componentKubeconfig(
  paths: BenchPaths,
  owner: Exclude<TokenOwner, "admin">,
): string {
  return join(paths.certificates, `${owner}.kubeconfig`);
}

/** Writes the kubeconfigs of the components, and the user's for the inside and for the host. */
export async function writeKubeconfigs(paths: BenchPaths, apiServerPort: number): Promise<void> {
  const inside = `https://${addresses.node}:${String(addresses.apiServerPort)}`;
  const host = `https://127.0.0.1:${String(apiServerPort)}`;
  const components = [
    "kube-controller-manager",
    "kube-scheduler",
    "kube-proxy",
    "kubelet",
  ] as const;
  await Promise.all([
    ...components.map((owner) =>
      writeKubeconfig(paths, componentKubeconfig(paths, owner), inside, owner),
    ),
    writeKubeconfig(paths, paths.insideKubeconfig, inside, "admin"),
    writeKubeconfig(paths, paths.kubeconfig, host, "admin"),
  ]);
}

async function writeKubeconfig(
  paths: BenchPaths,
  file: string,
  server: string,
  owner: TokenOwner,
): Promise<void> {
  const name = `heddle-${paths.name}`;
  const authority = await readFile(join(paths.certificates, "ca.crt"));
  const cluster = { server, "certificate-authority-data": authority.toString("base64") };
  const text = stringify({
    apiVersion: "v1",
    kind: "Config",
    "current-context": name,
    clusters: [{ name, cluster }],
    users: [{ name, user: { token: await tokenOf(paths, owner) } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
  });
  // Unchanged, it is left alone: somebody may be reading it.
  if ((await readFile(file, "utf8").catch(() => "")) === text) return;
  await writeFile(file, text, { mode: 0o600 });
  // The mode above counts only for a new file.
  await chmod(file, 0o600);
}
