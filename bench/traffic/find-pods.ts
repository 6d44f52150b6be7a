import { CoreV1Api, type KubeConfig, type V1Pod } from "@kubernetes/client-node";
import { trafficError } from "./traffic-error.ts";

/** A workload's container, by label or by the pod's name. */
export interface Place {
  readonly namespace: string;
  /** Value of the label `app`. */
  readonly app?: string;
  /** Value of the label `version`; default any. */
  readonly version?: string;
  /** Name of one pod, instead of labels. */
  readonly pod?: string;
  /** Default `app`. */
  readonly container?: string;
}

/** One container that programs can run in. */
export interface PodPlace {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

/**
 * The ready pods of a place, by name. At least one.
 *
 * @throws HeddleError HED5004 when there is none, with what was found instead
 */
export async function findPods(config: KubeConfig, place: Place): Promise<readonly PodPlace[]> {
  const pods = (await listPods(config, place)).sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  const ready = pods.filter(isReady);
  const { namespace, container = "app" } = place;
  if (ready.length > 0) return ready.map((pod) => ({ namespace, pod: nameOf(pod), container }));
  const found = pods.map((pod) => `${nameOf(pod)} (${pod.status?.phase ?? "unknown"}, not ready)`);
  throw trafficError({
    message: `no ready pod for ${describe(place)}; found ${found.join(", ") || "none"}`,
    fix: `look at it with: kubectl get pods --namespace ${namespace}`,
  });
}

async function listPods(config: KubeConfig, place: Place): Promise<V1Pod[]> {
  const api = config.makeApiClient(CoreV1Api);
  const { namespace, pod, app, version } = place;
  if (pod === undefined && app === undefined) {
    throw trafficError({
      message: "a place needs app or pod",
      fix: 'say where from, for example { namespace: "shop", app: "web" }',
    });
  }
  const labels = Object.entries({ app, version }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${value}`],
  );
  const selector =
    pod === undefined
      ? { labelSelector: labels.join(",") }
      : { fieldSelector: `metadata.name=${pod}` };
  try {
    return (await api.listNamespacedPod({ namespace, ...selector })).items;
  } catch (error) {
    throw trafficError({
      message: `pods of namespace ${namespace} cannot be listed: ${firstLine(error)}`,
      fix: "check that the cluster runs: heddle bench status, or kubectl get pods",
    });
  }
}

function isReady({ metadata, status }: V1Pod): boolean {
  const ready = status?.conditions?.some(
    ({ type, status }) => type === "Ready" && status === "True",
  );
  return metadata?.deletionTimestamp === undefined && ready === true;
}

function nameOf(pod: V1Pod): string {
  return pod.metadata?.name ?? "";
}

function describe({ namespace, app, version, pod }: Place): string {
  if (pod !== undefined) return `${namespace}/${pod}`;
  return `${namespace}/${app ?? ""}${version === undefined ? "" : `@${version}`}`;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
}
