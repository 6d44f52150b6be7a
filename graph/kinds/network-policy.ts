import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { anything, message, messages, portRef, text, textMap, texts, whole } from "./fields.ts";
import { readSpec } from "./read-kind.ts";

const selector = message({
  matchLabels: textMap,
  matchExpressions: messages({ key: text, operator: text, values: texts }),
});
const peers = messages({ podSelector: selector, namespaceSelector: selector, ipBlock: anything });
const ports = messages({ protocol: text, port: portRef, endPort: whole });

const schema = fieldsOf({
  podSelector: selector,
  policyTypes: texts,
  ingress: messages({ from: peers, ports }),
  egress: messages({ to: peers, ports }),
});

export type NetworkPolicySpec = z.output<typeof schema>;
export type NetworkPeer = NonNullable<
  NonNullable<NonNullable<NetworkPolicySpec["egress"]>[number]["to"]>[number]
>;
export type NetworkPort = NonNullable<
  NonNullable<NetworkPolicySpec["egress"]>[number]["ports"]
>[number];

export const networkPolicyType = "networking.k8s.io/NetworkPolicy";
const read = readSpec(networkPolicyType, schema);

/** What a NetworkPolicy of Kubernetes says. */
export function networkPolicySpec(object: KubernetesObject): NetworkPolicySpec | undefined {
  return read(object);
}
