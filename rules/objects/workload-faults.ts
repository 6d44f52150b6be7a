import type { PodContainer } from "../../graph/kinds/pod-spec.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { each, type Place } from "../schema/place.ts";
import { isRepeated } from "./is-repeated.ts";
import { labelProblem } from "./label-problem.ts";
import { portNameProblem, portProblem, protocolProblem } from "./port-problems.ts";

const selecting = new Set([
  "apps/Deployment",
  "apps/StatefulSet",
  "apps/DaemonSet",
  "apps/ReplicaSet",
]);

/** A controller selects the pods that it makes. */
export function checkSelector({ object, labels }: VirtualPod, place: Place): void {
  if (!selecting.has(object.type)) return;
  const asked = matchLabels(object);
  for (const key in asked) {
    const own = labels[key];
    if (own === asked[key]) continue;
    const got = own === undefined ? `no label ${key}` : `${key}=${own}`;
    place.error(
      `selects pods with ${key}=${String(asked[key])}, and its own template has ${got}`,
      "give the template the labels of the selector",
    );
    return;
  }
}

function matchLabels({ raw }: KubernetesObject): Readonly<Record<string, unknown>> {
  const { selector } = (raw["spec"] ?? {}) as {
    readonly selector?: { readonly matchLabels?: Readonly<Record<string, unknown>> | null } | null;
  };
  return selector?.matchLabels ?? {};
}

/** What the API server refuses in containers, and in their ports. */
export function checkContainers({ containers, initContainers }: VirtualPod, place: Place): void {
  const all = initContainers.length === 0 ? containers : [...containers, ...initContainers];
  each(containers, place.at("containers"), (container, at, index) => {
    checkContainer(container, at, isRepeated(all, index));
  });
  each(initContainers, place.at("initContainers"), (container, at, index) => {
    checkContainer(container, at, isRepeated(all, containers.length + index));
  });
}

function checkContainer({ name, ports }: PodContainer, place: Place, repeated: boolean): void {
  if (labelProblem(name) !== undefined) place.at("name").error(labelProblem(name));
  else if (repeated) place.at("name").error(`the container ${name ?? ""} is there twice`);
  each(ports, place.at("ports"), ({ name, containerPort, protocol }, port, index) => {
    port.at("containerPort").error(portProblem(containerPort));
    port.at("protocol").error(protocolProblem(protocol));
    port.at("name").error(portNameProblem(name));
    if (isRepeated(ports ?? [], index)) {
      port.at("name").error(`the port ${name ?? ""} is there twice`);
    }
  });
}
