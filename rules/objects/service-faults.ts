import { isIP } from "node:net";
import type { ServiceSpec } from "../../graph/kinds/service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { isDomain } from "../gateway-api/is-domain.ts";
import { each, type Place } from "../schema/place.ts";
import type { ServicePort } from "../services/port-protocol.ts";
import { isRepeated } from "./is-repeated.ts";
import { labelProblem } from "./label-problem.ts";
import { portNameProblem, portProblem, protocolProblem } from "./port-problems.ts";

const words: readonly (readonly [WordField, readonly string[]])[] = [
  ["type", ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"]],
  ["sessionAffinity", ["None", "ClientIP"]],
  ["internalTrafficPolicy", ["Cluster", "Local"]],
  ["externalTrafficPolicy", ["Cluster", "Local"]],
];

type WordField = "type" | "sessionAffinity" | "internalTrafficPolicy" | "externalTrafficPolicy";

/** The name of a Service is one of DNS, and begins with a letter. */
export function checkServiceName({ name, raw }: KubernetesObject, place: Place): void {
  const { name: written } = (raw["metadata"] ?? {}) as { readonly name?: unknown };
  if (written === undefined || /^[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(name)) return;
  place.error(
    `${JSON.stringify(name)} is not the name of a Service: at most 63 lower-case letters, digits and -, a letter first`,
  );
}

/** What the API server refuses in a Service beside its ports. */
export function checkServiceSpec(spec: ServiceSpec, place: Place): void {
  for (const [field, allowed] of words) {
    const value = spec[field];
    if (value === undefined || allowed.includes(value)) continue;
    place.at(field).error(`${JSON.stringify(value)} is not one of ${allowed.join(", ")}`);
  }
  const { type = "ClusterIP", clusterIP = "", externalName } = spec;
  if (clusterIP !== "" && clusterIP !== "None" && isIP(clusterIP) === 0) {
    place.at("clusterIP").error(`${JSON.stringify(clusterIP)} is neither an IP address nor None`);
  }
  if (clusterIP === "None" && (type === "NodePort" || type === "LoadBalancer")) {
    place.at("clusterIP").error(`a Service of ${type} has an address: it cannot be headless`);
  }
  if (type === "ExternalName" && externalName !== undefined) {
    const name = externalName.toLowerCase().replace(/\.$/, "");
    if (isDomain(name)) return;
    place.at("externalName").error(`${JSON.stringify(externalName)} is not a DNS name`);
  }
}

/** What it refuses in its ports. */
export function checkServicePorts(
  { ports = [], type = "ClusterIP" }: ServiceSpec,
  place: Place,
): void {
  each(ports, place, ({ name, port, protocol, targetPort, nodePort }, at, index) => {
    at.at("port").error(portProblem(port));
    at.at("protocol").error(protocolProblem(protocol));
    if (typeof targetPort === "number") at.at("targetPort").error(portProblem(targetPort));
    else at.at("targetPort").error(portNameProblem(targetPort));
    if (nodePort !== undefined && nodePort !== 0 && type === "ClusterIP") {
      at.at("nodePort").error("a Service of ClusterIP has no port on the nodes");
    }
    if (ports.findIndex((each) => isSamePort(each, ports[index])) < index) {
      at.at("port").error(`the port ${String(port)} of ${protocol ?? "TCP"} is there twice`);
    }
    if (name === undefined) {
      if (ports.length > 1) at.error("each of several ports has a name", "add `name`");
    } else if (labelProblem(name) !== undefined) at.at("name").error(labelProblem(name));
    else if (isRepeated(ports, index)) at.at("name").error(`the name ${name} is there twice`);
  });
}

function isSamePort(one: ServicePort, other: ServicePort | undefined): boolean {
  return one.port === other?.port && (one.protocol ?? "TCP") === (other?.protocol ?? "TCP");
}
