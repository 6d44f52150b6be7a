import type { Path } from "../../diagnostics/index.ts";
import { clusterHost } from "../../graph/names.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";

/** A service of the cluster that the settings of a workload name as a URL: who is told where to call, calls. */
export interface CalledAddress {
  readonly name: string;
  readonly namespace: string;
  readonly host: string;
  readonly port: number;
  /** Place of the setting inside the pod. */
  readonly path: Path;
}

const url = /\b(https?|grpc):\/\/([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d+))?(?=[/?\s"',;]|$)/gi;

/** The services of the cluster whose URLs stand in the environment and the arguments of a workload's containers. */
export function calledAddresses(pod: VirtualPod): readonly CalledAddress[] {
  return pod.containers.flatMap(({ env = [], args = [], command = [] }, index) => {
    const at: Path = ["spec", "containers", index];
    return [
      ...env.flatMap(({ value = "" }, place) => inText(pod, value, [...at, "env", place])),
      ...args.flatMap((text, place) => inText(pod, text, [...at, "args", place])),
      ...command.flatMap((text, place) => inText(pod, text, [...at, "command", place])),
    ];
  });
}

function inText({ namespace }: VirtualPod, text: string, path: Path): CalledAddress[] {
  if (!text.includes("://")) return [];
  return [...text.matchAll(url)].flatMap(([, scheme = "", host = "", port]) => {
    const [name = "", where = namespace, ...rest] = host.toLowerCase().split(".");
    // `svc.cluster.local` or nothing: anything else is a host of the internet.
    if (name === "" || !["", "svc", "svc.cluster.local"].includes(rest.join("."))) return [];
    const usual = scheme.toLowerCase() === "https" ? 443 : 80;
    const number = port === undefined ? usual : Number(port);
    return [{ name, namespace: where, host: clusterHost(name, where), port: number, path }];
  });
}
