import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { each, type Place } from "../schema/place.ts";
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
  const wrong = Object.entries(matchLabels(object)).find(([key, value]) => labels[key] !== value);
  if (wrong === undefined) return;
  const [key, value] = wrong;
  const own = labels[key];
  const got = own === undefined ? `no label ${key}` : `${key}=${own}`;
  place.error(
    `selects pods with ${key}=${String(value)}, and its own template has ${got}`,
    "give the template the labels of the selector",
  );
}

function matchLabels({ raw }: KubernetesObject): Readonly<Record<string, unknown>> {
  const { selector } = (raw["spec"] ?? {}) as {
    readonly selector?: { readonly matchLabels?: Readonly<Record<string, unknown>> | null } | null;
  };
  return selector?.matchLabels ?? {};
}

/** What the API server refuses in containers, and in their ports. */
export function checkContainers({ containers, initContainers }: VirtualPod, place: Place): void {
  const names = [...containers, ...initContainers].map(({ name }) => name);
  for (const [field, list, before] of [
    ["containers", containers, 0],
    ["initContainers", initContainers, containers.length],
  ] as const) {
    each(list, place.at(field), ({ name, ports = [] }, at, index) => {
      if (labelProblem(name) !== undefined) at.at("name").error(labelProblem(name));
      else if (name !== undefined && names.indexOf(name) < before + index) {
        at.at("name").error(`the container ${name} is there twice`);
      }
      const portNames = ports.map((port) => port.name);
      each(ports, at.at("ports"), ({ name, containerPort, protocol }, port, index) => {
        port.at("containerPort").error(portProblem(containerPort));
        port.at("protocol").error(protocolProblem(protocol));
        port.at("name").error(portNameProblem(name));
        if (name !== undefined && portNames.indexOf(name) < index) {
          port.at("name").error(`the port ${name} is there twice`);
        }
      });
    });
  }
}
