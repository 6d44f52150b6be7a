import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import { serviceSpec } from "../../graph/kinds/service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { podsSelectedBy } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";
import { scopeOfPolicy } from "./selector-target.ts";
import { servicesOf } from "./services-in.ts";
import { settledObjects } from "./settled-objects.ts";
import { filledField, isForAll, hasTarget, labelsOf, sourcesOf } from "./sources-of.ts";

/** Addresses of clients are compared where they arrive: not behind a Service that puts a node's in their place. */
export const sourceAddressLost: Rule = {
  id: "access/source-address-lost",
  code: "HED4555",
  severity: "warning",
  summary: "a gateway that compares addresses of clients gets to see them",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, authorizationPolicyType, find, ...fields)) {
      const spec = authorizationPolicySpec(object);
      if (spec === undefined || hasTarget(spec) || isForAll(spec)) continue;
      const placed = sourcesOf(object).find(({ source }) => filledField(fields, source));
      if (placed === undefined) continue;
      const scope = scopeOfPolicy(graph, object.namespace);
      const service = podsSelectedBy(graph, scope, labelsOf(spec))
        .flatMap((pod) => servicesOf(graph, pod))
        .find(hidesClients);
      if (service === undefined) continue;
      find({
        outcome: "fail",
        origin: object.origin([...placed.path, filledField(fields, placed.source) ?? ""]),
        message: `compares the address of the client, and Service ${service.name} (externalTrafficPolicy Cluster) puts the address of a node in its place`,
        fix: `set externalTrafficPolicy: Local in Service ${service.name}, or compare remoteIpBlocks behind a proxy that you trust`,
      });
    }
  },
};

const fields = ["ipBlocks", "notIpBlocks"] as const;

/** Takes traffic from outside through any node; unless the balancer is told to pass the address on by itself. */
function hidesClients(service: KubernetesObject): boolean {
  const { type, externalTrafficPolicy = "Cluster" } = serviceSpec(service) ?? {};
  if (type !== "LoadBalancer" && type !== "NodePort") return false;
  const passesOn = Object.keys(service.annotations).some((key) =>
    /proxy-protocol|target-type|nlb|cloud\.google\.com\/neg/.test(key),
  );
  return externalTrafficPolicy === "Cluster" && !passesOn;
}
