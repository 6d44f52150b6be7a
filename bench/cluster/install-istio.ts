import { AdmissionregistrationV1Api, AppsV1Api, type KubeConfig } from "@kubernetes/client-node";
import { execa } from "execa";
import { parseAllDocuments } from "yaml";
import { ensureTools } from "../../tools/index.ts";
import { istioImages } from "../images/index.ts";
import { applyManifests } from "./apply-manifests.ts";
import { benchError } from "./bench-error.ts";
import { importBenchImages } from "./bench-images.ts";
import { benchPaths } from "./bench-paths.ts";
import type { Bench } from "./bench.ts";
import { loadCluster } from "./cluster-client.ts";
import type { Manifest } from "./manifest.ts";
import { waitUntil } from "./wait-until.ts";

/** How Istio is installed. */
export interface InstallIstioOptions {
  /** Registry path of the images. Default the one of the images made for the bench. */
  readonly hub?: string;
  /** Tag of the images. Default the one of the images made for the bench. */
  readonly tag?: string;
  /** Trust domain of the mesh. Default `cluster.local`. */
  readonly trustDomain?: string;
}

const namespace = "istio-system";

/** istiod must not send what Envoy without Istio's own filters would refuse. */
const plainEnvoy = [
  "values.pilot.env.PILOT_ENABLE_ALPN_FILTER=false",
  "values.pilot.env.PILOT_ENABLE_METADATA_EXCHANGE=false",
  "values.pilot.env.PILOT_DISABLE_MX_ALPN=true",
  "values.telemetry.enabled=false",
];

/** One node is all there is, and it is small. */
const small = [
  "values.pilot.autoscaleEnabled=false",
  "values.pilot.resources.requests.cpu=10m",
  "values.pilot.resources.requests.memory=128Mi",
  "values.global.proxy.resources.requests.cpu=10m",
  "values.global.proxy.resources.requests.memory=32Mi",
  "values.global.proxy_init.resources.requests.cpu=10m",
];

/**
 * Installs Istio's control plane on a bench, without Pulumi, and waits until it injects and checks: the deployment is
 * available and istiod has put its certificate into the webhooks.
 *
 * @throws HeddleError HED5003 when it does not become ready within two minutes
 */
export async function installIstio(bench: Bench, options: InstallIstioOptions = {}): Promise<void> {
  const paths = benchPaths(bench.name);
  const cluster = loadCluster(bench.kubeconfig);
  const [objects] = await Promise.all([
    istioManifests(options),
    importBenchImages(paths, ["istiod", "proxy"]),
  ]);
  const home: Manifest = {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name: namespace },
  };
  await applyManifests(paths, [home, ...objects]);
  const ready = await waitUntil(() => isIstioReady(cluster), { timeout: 120_000, interval: 200 });
  if (ready) return;
  throw benchError({
    code: "HED5003",
    message: `istiod did not become ready on the bench ${bench.name} within 120 s`,
    fix: `heddle bench exec --name ${bench.name} -- kubectl -n ${namespace} describe pods`,
  });
}

/** Whether istiod serves and its webhooks can be called. */
export async function isIstioReady(cluster: KubeConfig): Promise<boolean> {
  const deployment = await cluster
    .makeApiClient(AppsV1Api)
    .readNamespacedDeployment({ name: "istiod", namespace });
  if (!deployment.status?.readyReplicas) return false;
  const admission = cluster.makeApiClient(AdmissionregistrationV1Api);
  const [injector, validator] = await Promise.all([
    admission.readMutatingWebhookConfiguration({ name: "istio-sidecar-injector" }),
    admission.readValidatingWebhookConfiguration({ name: "istio-validator-istio-system" }),
  ]);
  const webhooks = [...(injector.webhooks ?? []), ...(validator.webhooks ?? [])];
  return webhooks.length > 0 && webhooks.every(({ clientConfig }) => clientConfig.caBundle);
}

/** The objects of the control plane, as `istioctl` makes them. */
export async function istioManifests(options: InstallIstioOptions): Promise<readonly Manifest[]> {
  const { istioctl } = await ensureTools(["istioctl"]);
  const values = [
    "profile=minimal",
    `hub=${options.hub ?? istioImages.hub}`,
    `tag=${options.tag ?? istioImages.tag}`,
    `meshConfig.trustDomain=${options.trustDomain ?? "cluster.local"}`,
    ...plainEnvoy,
    ...small,
  ];
  const { stdout } = await execa(istioctl, [
    ...["manifest", "generate"],
    ...values.flatMap((value) => ["--set", value]),
  ]);
  const documents = parseAllDocuments(stdout);
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document) => {
    const object = document.toJS() as Manifest | null;
    return object ?? [];
  });
}
