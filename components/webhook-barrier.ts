import type { CustomResourceOptions, Resource } from "@pulumi/pulumi";
import { MutatingWebhookConfigurationPatch } from "@pulumi/kubernetes/admissionregistration/v1/mutatingWebhookConfigurationPatch.js";
import { ValidatingWebhookConfigurationPatch } from "@pulumi/kubernetes/admissionregistration/v1/validatingWebhookConfigurationPatch.js";

/**
 * Resources that are done only when istiod has written its authority into its webhooks: from then on the API server
 * can call them. They are patches and not annotations on the charts' own objects, because the validator belongs to the
 * chart that must be done before istiod starts: it would wait for ever.
 */
export function webhookBarrier(
  name: string,
  webhooks: { readonly validator: string; readonly injector: string },
  options: CustomResourceOptions,
): readonly Resource[] {
  const patient = { ...options, customTimeouts: { create: "5m", update: "5m" } };
  const metadata = (webhook: string) => ({
    name: webhook,
    annotations: { "pulumi.com/waitFor": "jsonpath={.webhooks[0].clientConfig.caBundle}" },
  });
  return [
    new ValidatingWebhookConfigurationPatch(
      `${name}-validator-ready`,
      { metadata: metadata(webhooks.validator) },
      patient,
    ),
    new MutatingWebhookConfigurationPatch(
      `${name}-injector-ready`,
      { metadata: metadata(webhooks.injector) },
      patient,
    ),
  ];
}
