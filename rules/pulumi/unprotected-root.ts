import { customResourceDefinitionType } from "../../graph/kinds/custom-resource-definition.ts";
import {
  peerAuthenticationSpec,
  peerAuthenticationType,
} from "../../graph/kinds/peer-authentication.ts";
import { secretType } from "../../graph/kinds/secret.ts";
import { serviceSpec, serviceType } from "../../graph/kinds/service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { podsSelectedBy } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";

/** What everything else rests on is not deleted by mistake. Only a state says all of it. */
export const unprotectedRoot: Rule = {
  id: "pulumi/unprotected-root",
  code: "HED4862",
  severity: "info",
  summary: "definitions, authorities, mesh-wide mTLS and addresses of gateways are protected",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of graph.objects) {
      const { stack } = object;
      if (stack?.from !== "state" || stack.protect || stack.retainOnDelete === true) continue;
      const loss = lossOf(graph, object);
      if (loss === undefined) continue;
      find({
        outcome: "fail",
        origin: object.origin(["metadata"]),
        message: `a mistake in the program deletes it, and ${loss}`,
        fix: "set the option protect: true, or retainOnDelete: true",
      });
    }
  },
};

/** What is lost with an object; undefined where it can simply be made again. */
function lossOf(graph: ObjectGraph, object: KubernetesObject): string | undefined {
  const { type, name, namespace } = object;
  switch (type) {
    case customResourceDefinitionType:
      return /\.istio\.io$|\.gateway\.networking\.k8s\.io$/.test(name)
        ? "every object of its kind with it"
        : undefined;
    case secretType:
      return name === "cacerts" ? "no certificate of the mesh can be renewed" : undefined;
    case peerAuthenticationType: {
      const { selector } = peerAuthenticationSpec(object) ?? {};
      const whole = Object.keys(selector?.matchLabels ?? {}).length === 0;
      return whole && namespace === rootNamespace(graph)
        ? "the whole mesh takes plaintext again"
        : undefined;
    }
    case serviceType:
      return isGateway(graph, object)
        ? "the load balancer, whose address DNS points to, with it"
        : undefined;
    default:
      return undefined;
  }
}

function isGateway(graph: ObjectGraph, object: KubernetesObject): boolean {
  const { type, selector = {} } = serviceSpec(object) ?? {};
  if (type !== "LoadBalancer" || Object.keys(selector).length === 0) return false;
  return podsSelectedBy(graph, object.namespace, selector).some(
    ({ containers }) =>
      containers.length > 0 && containers.every(({ name }) => name === "istio-proxy"),
  );
}
