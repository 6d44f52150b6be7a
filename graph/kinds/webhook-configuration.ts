import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { message, messages, text, textMap, texts, whole } from "./fields.ts";
import { readWhole } from "./read-kind.ts";

const selector = message({
  matchLabels: textMap,
  matchExpressions: messages({ key: text, operator: text, values: texts }),
});

const schema = fieldsOf({
  webhooks: messages({
    name: text,
    clientConfig: message({
      url: text,
      service: message({ name: text, namespace: text, path: text, port: whole }),
    }),
    namespaceSelector: selector,
    objectSelector: selector,
    failurePolicy: text,
    timeoutSeconds: whole,
  }),
});

export type WebhookConfiguration = z.output<typeof schema>;
export type Webhook = NonNullable<WebhookConfiguration["webhooks"]>[number];
export type LabelSelector = NonNullable<z.output<typeof selector>>;

export const mutatingWebhookType = "admissionregistration.k8s.io/MutatingWebhookConfiguration";
export const validatingWebhookType = "admissionregistration.k8s.io/ValidatingWebhookConfiguration";
const read = readWhole([mutatingWebhookType, validatingWebhookType], schema);

/** What a configuration of admission webhooks says, mutating or validating. */
export function webhookConfiguration(object: KubernetesObject): WebhookConfiguration | undefined {
  return read(object);
}
