import { join } from "node:path";
import type { BenchPaths } from "./bench-paths.ts";
import { addresses } from "./cluster-addresses.ts";
import type { ClusterPrograms } from "./cluster-programs.ts";
import type { Component } from "./component.ts";
import { componentKubeconfig } from "./kubeconfig.ts";

/** The key-value store. It holds nothing that must outlive a crash of the machine, so it does not wait for the disk. */
export function etcdComponent(paths: BenchPaths, programs: ClusterPrograms): Component {
  const client = "http://127.0.0.1:2379";
  return {
    name: "etcd",
    command: programs.etcd,
    args: [
      `--data-dir=${join(paths.data, "etcd")}`,
      "--unsafe-no-fsync",
      `--listen-client-urls=${client}`,
      `--advertise-client-urls=${client}`,
      "--listen-peer-urls=http://127.0.0.1:2380",
      "--auto-compaction-retention=1h",
      "--log-level=warn",
    ],
    mounts: "host",
  };
}

/** The API server, on every address inside the network namespace and nowhere else. */
export function apiServerComponent(paths: BenchPaths, programs: ClusterPrograms): Component {
  const pki = (file: string): string => join(paths.certificates, file);
  return {
    name: "kube-apiserver",
    command: programs["kube-apiserver"],
    args: [
      "--etcd-servers=http://127.0.0.1:2379",
      `--secure-port=${String(addresses.apiServerPort)}`,
      `--advertise-address=${addresses.node}`,
      `--service-cluster-ip-range=${addresses.services}`,
      "--allow-privileged=true",
      "--authorization-mode=Node,RBAC",
      "--enable-admission-plugins=NodeRestriction",
      `--token-auth-file=${pki("tokens.csv")}`,
      `--client-ca-file=${pki("ca.crt")}`,
      `--tls-cert-file=${pki("apiserver.crt")}`,
      `--tls-private-key-file=${pki("apiserver.key")}`,
      `--kubelet-certificate-authority=${pki("ca.crt")}`,
      `--kubelet-client-certificate=${pki("kubelet-client.crt")}`,
      `--kubelet-client-key=${pki("kubelet-client.key")}`,
      "--kubelet-preferred-address-types=InternalIP",
      `--service-account-issuer=https://kubernetes.default.svc.${addresses.clusterDomain}`,
      `--service-account-key-file=${pki("service-account.pub")}`,
      `--service-account-signing-key-file=${pki("service-account.key")}`,
      "--profiling=false",
    ],
    mounts: "host",
  };
}

/** The controllers: deployments, endpoints, service accounts, certificate signing and the rest. */
export function controllerManagerComponent(
  paths: BenchPaths,
  programs: ClusterPrograms,
): Component {
  const pki = (file: string): string => join(paths.certificates, file);
  return {
    name: "kube-controller-manager",
    command: programs["kube-controller-manager"],
    args: [
      `--kubeconfig=${componentKubeconfig(paths, "kube-controller-manager")}`,
      "--bind-address=127.0.0.1",
      "--leader-elect=false",
      "--use-service-account-credentials=true",
      `--service-account-private-key-file=${pki("service-account.key")}`,
      `--root-ca-file=${pki("ca.crt")}`,
      `--cluster-signing-cert-file=${pki("ca.crt")}`,
      `--cluster-signing-key-file=${pki("ca.key")}`,
      "--profiling=false",
    ],
    mounts: "host",
  };
}

/** The scheduler. */
export function schedulerComponent(paths: BenchPaths, programs: ClusterPrograms): Component {
  return {
    name: "kube-scheduler",
    command: programs["kube-scheduler"],
    args: [
      `--kubeconfig=${componentKubeconfig(paths, "kube-scheduler")}`,
      "--bind-address=127.0.0.1",
      "--leader-elect=false",
      "--profiling=false",
    ],
    mounts: "host",
  };
}
