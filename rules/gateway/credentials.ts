import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import { secretType } from "../../graph/kinds/secret.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import {
  findObject,
  hasObjects,
  objectsOf,
  type ObjectGraph,
} from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { gatewayWorkloads } from "./gateway-workloads.ts";

/** A Secret that a server of a Gateway takes its certificate from. */
export interface Credential {
  readonly gateway: KubernetesObject;
  readonly server: number;
  readonly mode: string;
  readonly hosts: readonly string[];
  readonly name: string;
  /** Where the proxy runs: there the Secret is read. */
  readonly namespace: string;
  readonly secret?: KubernetesObject;
  /** The input describes the place where the Secret would be. */
  readonly described: boolean;
}

/** Every Secret that Gateways refer to, as far as it is known where their proxies run. */
export const credentials: (graph: ObjectGraph) => readonly Credential[] = perGraph((graph) =>
  objectsOf(graph, gatewayType).flatMap((gateway) => credentialsOf(graph, gateway)),
);

function credentialsOf(graph: ObjectGraph, gateway: KubernetesObject): readonly Credential[] {
  const { servers = [] } = gatewaySpec(gateway) ?? {};
  const { namespace: home, pods } = gatewayWorkloads(graph, gateway);
  if (home === undefined) return [];
  const described = pods.length > 0 || hasObjects(graph, secretType);
  return servers.flatMap(({ tls, hosts = [] }, server) => {
    const { credentialName = "", mode = "SIMPLE" } = tls ?? {};
    // A scheme names another store than Secrets.
    if (credentialName === "" || credentialName.includes("://")) return [];
    const slash = credentialName.indexOf("/");
    const namespace = slash < 0 ? home : credentialName.slice(0, slash);
    const name = credentialName.slice(slash + 1);
    const secret = findObject(graph, secretType, namespace, name);
    const found = secret === undefined ? {} : { secret };
    return [{ gateway, server, mode, hosts, name, namespace, described, ...found }];
  });
}

/** Whether a controller will make the Secret from another object of the input. */
export function isMadeLater(graph: ObjectGraph, namespace: string, name: string): boolean {
  return madeSecrets(graph).has(`${namespace}/${name}`);
}

const madeSecrets = perGraph((graph) => {
  const made = new Set<string>();
  for (const { type, namespace, name, raw } of graph.objects) {
    const field = makers.get(type);
    if (field === undefined) continue;
    const spec = (raw["spec"] ?? {}) as Readonly<Record<string, unknown>>;
    const target =
      field === "target" ? (spec["target"] as { name?: unknown } | undefined)?.name : spec[field];
    made.add(`${namespace}/${typeof target === "string" ? target : name}`);
  }
  return made;
});

/** Objects that Secrets are made from, and the field that names the Secret; their own name by default. */
const makers: ReadonlyMap<string, string> = new Map([
  ["cert-manager.io/Certificate", "secretName"],
  ["external-secrets.io/ExternalSecret", "target"],
  ["bitnami.com/SealedSecret", "name"],
]);
