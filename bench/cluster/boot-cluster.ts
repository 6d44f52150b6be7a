import { connect } from "node:net";
import { once } from "node:events";
import { AppsV1Api, type KubeConfig } from "@kubernetes/client-node";
import { applyManifests } from "./apply-manifests.ts";
import { importBenchImages, importClusterImages, type BenchImageName } from "./bench-images.ts";
import { qualifiedName } from "./bench-paths.ts";
import { addresses } from "./cluster-addresses.ts";
import { isApiReady, isNodeReady, loadCluster } from "./cluster-client.ts";
import type { ClusterPrograms } from "./cluster-programs.ts";
import {
  apiServerComponent,
  controllerManagerComponent,
  etcdComponent,
  schedulerComponent,
} from "./control-plane.ts";
import { coreDnsManifests } from "./core-dns.ts";
import { writeKubeconfigs } from "./kubeconfig.ts";
import type { LaunchContext } from "./launch.ts";
import { containerdComponent, kubeletComponent, kubeProxyComponent } from "./node-components.ts";
import { probe } from "./probe.ts";
import type { Step } from "./progress.ts";
import { ensureRelay } from "./relay.ts";
import { startComponent, waitWhileRunning } from "./start-component.ts";

/** What is started, and with what. */
export interface Boot {
  readonly context: LaunchContext;
  readonly programs: ClusterPrograms;
  readonly images: readonly BenchImageName[];
  readonly step: Step;
}

const apiServerName = `kubernetes.default.svc.${addresses.clusterDomain}`;

/** Starts what does not run and waits until the node takes pods and the cluster's names resolve. */
export async function bootCluster(boot: Boot): Promise<void> {
  const { context, step } = boot;
  const runtime = step("containerd", () => startRuntime(boot));
  const api = step("kube-apiserver", () => startApi(boot));
  const images = runtime.then(async () => {
    await step("cluster images", () => importClusterImages(context.paths, boot.programs.coredns));
    if (boot.images.length === 0) return;
    await step("mesh images", () => importBenchImages(context.paths, boot.images));
  });
  const node = Promise.all([runtime, api]).then(async ([, cluster]) => {
    await startControllers(boot);
    await step("node", () => startNode(boot, cluster));
    await step("coredns", () => startNameServer(boot, cluster));
  });
  await settle([images, node]);
}

/** Waits for all, then fails with the first failure: nothing goes on in the background after an error. */
async function settle(work: readonly Promise<unknown>[]): Promise<void> {
  for (const result of await Promise.allSettled(work)) {
    if (result.status === "rejected") throw result.reason;
  }
}

async function startRuntime({ context }: Boot): Promise<void> {
  const containerd = containerdComponent(context.paths);
  await startComponent(containerd, context);
  await waitWhileRunning("containerd answers", [containerd], context, () =>
    accepts(context.paths.containerdSocket),
  );
}

async function startApi({ context, programs }: Boot): Promise<KubeConfig> {
  const { paths } = context;
  const etcd = etcdComponent(paths, programs);
  const apiServer = apiServerComponent(paths, programs);
  await startComponent(etcd, context);
  await startComponent(apiServer, context);
  await writeKubeconfigs(paths, await ensureRelay(context));
  const cluster = loadCluster(paths.kubeconfig);
  await waitWhileRunning("the API server is ready", [etcd, apiServer], context, () =>
    isApiReady(cluster),
  );
  return cluster;
}

async function startControllers({ context, programs }: Boot): Promise<void> {
  const { paths } = context;
  const node = qualifiedName(paths.name);
  for (const component of [
    kubeletComponent(paths, programs, node),
    controllerManagerComponent(paths, programs),
    schedulerComponent(paths, programs),
    kubeProxyComponent(paths, programs, node),
  ]) {
    await startComponent(component, context);
  }
}

async function startNode({ context, programs }: Boot, cluster: KubeConfig): Promise<void> {
  const node = qualifiedName(context.paths.name);
  const kubelet = kubeletComponent(context.paths, programs, node);
  await waitWhileRunning("the node is ready", [kubelet], context, () => isNodeReady(cluster, node));
}

/** The name server is ready only when scheduler, controllers, kubelet and service addresses all do their part. */
async function startNameServer({ context, programs }: Boot, cluster: KubeConfig): Promise<void> {
  const { paths } = context;
  await applyManifests(paths, coreDnsManifests());
  const apps = cluster.makeApiClient(AppsV1Api);
  const parts = [
    controllerManagerComponent(paths, programs),
    schedulerComponent(paths, programs),
    kubeProxyComponent(paths, programs, qualifiedName(paths.name)),
    kubeletComponent(paths, programs, qualifiedName(paths.name)),
  ];
  await waitWhileRunning("the cluster's name server is ready", parts, context, async () => {
    const deployment = await apps.readNamespacedDeployment({
      name: "coredns",
      namespace: "kube-system",
    });
    if (deployment.status?.readyReplicas !== 1) return false;
    // Its address leads to it a moment after it is ready.
    const [answers] = await probe(paths, [`dns://${addresses.dns}/${apiServerName}`]);
    return answers === true;
  });
}

async function accepts(path: string): Promise<boolean> {
  const socket = connect(path);
  try {
    await once(socket, "connect");
    return true;
  } finally {
    socket.destroy();
  }
}
