import { existsSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import type { BenchPaths } from "./bench-paths.ts";
import { addresses } from "./cluster-addresses.ts";
import type { ClusterPrograms } from "./cluster-programs.ts";
import type { Component } from "./component.ts";
import { componentKubeconfig } from "./kubeconfig.ts";

/** Name of the image that holds a pod's namespaces open. */
export const pauseImage = "docker.io/heddle/pause:1";

/** Where distributions put the CNI plugins; the first that exists is used. */
export const cniDirectories = ["/usr/lib/cni", "/opt/cni/bin", "/usr/libexec/cni"] as const;

/** The container runtime: the system's containerd with root, state and socket of the bench. */
export function containerdComponent(paths: BenchPaths): Component {
  const configuration = join(paths.data, "containerd.toml");
  const network = join(paths.data, "cni.d");
  return {
    name: "containerd",
    command: "containerd",
    args: ["--config", configuration],
    files: {
      [configuration]: containerdConfiguration(paths, network),
      [join(network, "10-heddle.conflist")]: JSON.stringify(podNetwork, undefined, 2),
    },
    mounts: "bench",
  };
}

function containerdConfiguration(paths: BenchPaths, network: string): string {
  const plugins = cniDirectories.find((path) => existsSync(path)) ?? cniDirectories[0];
  return `version = 2
root = ${JSON.stringify(join(paths.data, "containerd"))}
state = "/run/containerd"
[grpc]
  address = ${JSON.stringify(paths.containerdSocket)}
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = ${JSON.stringify(pauseImage)}
  # Some machines forbid scores below the parent's; without this every sandbox would fail there.
  restrict_oom_score_adj = true
  # Pod network namespaces stay in the mount namespace of the bench.
  netns_mounts_under_state_dir = true
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = ${JSON.stringify(plugins)}
    conf_dir = ${JSON.stringify(network)}
  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
    runtime_type = "io.containerd.runc.v2"
`;
}

/** Point-to-point links: every packet is routed, so that services work without bridge filtering in the kernel. */
const podNetwork = {
  cniVersion: "0.4.0",
  name: "heddle",
  plugins: [
    {
      type: "ptp",
      ipam: {
        type: "host-local",
        ranges: [[{ subnet: addresses.pods }]],
        routes: [{ dst: "0.0.0.0/0" }],
      },
    },
    { type: "portmap", capabilities: { portMappings: true } },
  ],
};

/** The node agent, with a control group root of its own so that several benches do not see each other's pods. */
export function kubeletComponent(
  paths: BenchPaths,
  programs: ClusterPrograms,
  node: string,
): Component {
  const configuration = join(paths.data, "kubelet.yaml");
  const resolver = join(paths.data, "resolv.conf");
  return {
    name: "kubelet",
    command: programs.kubelet,
    args: [
      `--config=${configuration}`,
      `--kubeconfig=${componentKubeconfig(paths, "kubelet")}`,
      `--hostname-override=${node}`,
      `--node-ip=${addresses.node}`,
    ],
    files: {
      [configuration]: stringify(kubeletConfiguration(paths, resolver)),
      // The machine's name servers cannot be reached from inside.
      [resolver]: "",
    },
    mounts: "bench",
  };
}

function kubeletConfiguration(paths: BenchPaths, resolver: string): object {
  const none = "0%";
  return {
    apiVersion: "kubelet.config.k8s.io/v1beta1",
    kind: "KubeletConfiguration",
    containerRuntimeEndpoint: `unix://${paths.containerdSocket}`,
    cgroupDriver: "cgroupfs",
    cgroupRoot: paths.controlGroup,
    failCgroupV1: false,
    failSwapOn: false,
    oomScoreAdj: 0,
    clusterDNS: [addresses.dns],
    clusterDomain: addresses.clusterDomain,
    resolvConf: resolver,
    maxPods: 250,
    authentication: {
      anonymous: { enabled: false },
      webhook: { enabled: true },
      x509: { clientCAFile: join(paths.certificates, "ca.crt") },
    },
    authorization: { mode: "Webhook" },
    tlsCertFile: join(paths.certificates, "kubelet.crt"),
    tlsPrivateKeyFile: join(paths.certificates, "kubelet.key"),
    volumePluginDir: "/var/lib/kubelet/volume-plugins",
    // The disk is the user's: how full it is does not decide about pods, and images are never collected.
    evictionHard: {
      "memory.available": none,
      "nodefs.available": none,
      "nodefs.inodesFree": none,
      "imagefs.available": none,
      "imagefs.inodesFree": none,
    },
    imageGCHighThresholdPercent: 100,
    imageGCLowThresholdPercent: 99,
    localStorageCapacityIsolation: false,
    // How long a changed ConfigMap or Secret takes into running pods, and half as much on top; a minute by default.
    syncFrequency: "10s",
    // Pods of tests come in dozens at a time.
    registryPullQPS: 0,
    kubeAPIQPS: 100,
    kubeAPIBurst: 200,
  };
}

/** Service addresses, as iptables rules inside the network namespace. */
export function kubeProxyComponent(
  paths: BenchPaths,
  programs: ClusterPrograms,
  node: string,
): Component {
  const configuration = join(paths.data, "kube-proxy.yaml");
  const settings = {
    apiVersion: "kubeproxy.config.k8s.io/v1alpha1",
    kind: "KubeProxyConfiguration",
    mode: "iptables",
    clusterCIDR: addresses.pods,
    hostnameOverride: node,
    oomScoreAdj: 0,
    healthzBindAddress: "127.0.0.1:10256",
    metricsBindAddress: "127.0.0.1:10249",
    clientConnection: { kubeconfig: componentKubeconfig(paths, "kube-proxy") },
    // These settings belong to the whole machine and are left as they are.
    conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: "0s", tcpCloseWaitTimeout: "0s" },
    iptables: { minSyncPeriod: "0s", syncPeriod: "30s" },
  };
  return {
    name: "kube-proxy",
    command: programs["kube-proxy"],
    args: [`--config=${configuration}`],
    files: { [configuration]: stringify(settings) },
    mounts: "bench",
  };
}
