import type { BenchPaths } from "./bench-paths.ts";
import { addresses } from "./cluster-addresses.ts";
import type { ComponentName } from "./component.ts";

/**
 * Where each component tells about its health, as seen inside the network namespace: an address, or the path of a
 * unix socket. Components without one are healthy while they run.
 */
export function healthAddresses(
  paths: BenchPaths,
): Readonly<Partial<Record<ComponentName, string>>> {
  return {
    containerd: paths.containerdSocket,
    etcd: "http://127.0.0.1:2379/readyz",
    "kube-apiserver": `https://127.0.0.1:${String(addresses.apiServerPort)}/readyz`,
    "kube-controller-manager": "https://127.0.0.1:10257/healthz",
    "kube-scheduler": "https://127.0.0.1:10259/healthz",
    kubelet: "http://127.0.0.1:10248/healthz",
    "kube-proxy": "http://127.0.0.1:10256/livez",
  };
}
