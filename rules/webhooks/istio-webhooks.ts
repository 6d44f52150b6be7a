import {
  mutatingWebhookType,
  webhookConfiguration,
  type Webhook,
} from "../../graph/kinds/webhook-configuration.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";

const revision = "istio.io/rev";

/** One injector of Istio, and where it is written. */
export interface Injector {
  readonly object: KubernetesObject;
  readonly index: number;
  readonly webhook: Webhook;
  /** Name of the configuration and of the webhook in it. */
  readonly name: string;
}

/** The webhooks of all configurations that inject: by the name of a webhook, or because they name a revision. */
export const injectors: (graph: ObjectGraph) => readonly Injector[] = perGraph((graph) =>
  objectsOf(graph, mutatingWebhookType).flatMap((object) => {
    const webhooks = webhookConfiguration(object)?.webhooks ?? [];
    const ofIstio = webhooks.some(({ name }) => name?.endsWith("istio.io") ?? false);
    if (!ofIstio && revisionsOf(object, webhooks).length === 0) return [];
    return webhooks.map((webhook, index) => {
      return { object, index, webhook, name: `${object.name}/${webhook.name ?? ""}` };
    });
  }),
);

/** Every revision that an injector's label or selectors name. */
export const injectedRevisions: (graph: ObjectGraph) => ReadonlySet<string> = perGraph(
  (graph) =>
    new Set(injectors(graph).flatMap(({ object, webhook }) => revisionsOf(object, [webhook]))),
);

function revisionsOf({ labels }: KubernetesObject, webhooks: readonly Webhook[]): string[] {
  const selectors = webhooks.flatMap(({ namespaceSelector, objectSelector }) => [
    namespaceSelector,
    objectSelector,
  ]);
  const said = selectors.flatMap((selector) => [
    selector?.matchLabels?.[revision],
    ...(selector?.matchExpressions ?? []).flatMap(({ key, values = [] }) =>
      key === revision ? values : [],
    ),
  ]);
  return [labels[revision], ...said].filter((each) => each !== undefined);
}
