import { serviceType } from "../../graph/kinds/service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { findObject, objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { injectors } from "./istio-webhooks.ts";

/** The service that an injector calls exists. */
export const unknownService: Rule = {
  id: "webhooks/unknown-service",
  code: "HED4171",
  severity: "error",
  summary: "the service of an injector exists",
  covers: ["IST0139"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const described = new Set(objectsOf(graph, serviceType).map(({ namespace }) => namespace));
    for (const { object, index, webhook } of injectors(graph)) {
      const service = webhook.clientConfig?.service;
      if (service === undefined) continue;
      const { namespace = "default", name = "" } = service;
      if (findObject(graph, serviceType, namespace, name) !== undefined) continue;
      find({
        // A tag is made beside a control plane that is already there.
        outcome: isTag(object) && !described.has(namespace) ? "unknown" : "fail",
        origin: object.origin(["webhooks", index, "clientConfig", "service"]),
        message: `the injector calls the service ${namespace}/${name}, which is not there`,
        absent: ["service"],
        fix: "deploy the control plane of this injector, or remove the injector",
      });
    }
  },
};

function isTag({ labels }: KubernetesObject): boolean {
  return labels["istio.io/tag"] !== undefined;
}
