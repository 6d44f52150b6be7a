import {
  mutatingWebhookType,
  validatingWebhookType,
  webhookConfiguration,
  type Webhook,
} from "../../graph/kinds/webhook-configuration.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";

/** One webhook of Istio's control plane. */
export interface AddressedWebhook {
  readonly object: KubernetesObject;
  readonly index: number;
  readonly webhook: Webhook;
}

/** The injectors and validators of Istio, by the names that its installation gives them. */
export function addressedWebhooks(graph: ObjectGraph): readonly AddressedWebhook[] {
  const validators = objectsOf(graph, validatingWebhookType).filter(
    ({ name }) => name === "istiod-default-validator" || name.startsWith("istio-validator"),
  );
  const injectors = objectsOf(graph, mutatingWebhookType).filter(({ name }) =>
    name.startsWith("istio-sidecar-injector"),
  );
  return [...validators, ...injectors].flatMap((object) =>
    (webhookConfiguration(object)?.webhooks ?? []).map((webhook, index) => {
      return { object, index, webhook };
    }),
  );
}
