import { findNamespace, objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import {
  mutatingWebhookType,
  webhookConfiguration,
  type Webhook,
} from "../../graph/kinds/webhook-configuration.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { matchesSelector } from "../webhooks/label-selector.ts";

/** Whether the proxy's container waits for the injector to put in its image (`image: auto`). */
export function waitsForImage({ containers }: VirtualPod): boolean {
  return containers.some(({ name, image }) => name === "istio-proxy" && image === "auto");
}

/**
 * Whether an injector will put the image in: one of the input, where it has any; else by the labels that the
 * injectors of Istio look at. Undefined where the namespace decides and is not described.
 */
export function getsImage(
  graph: ObjectGraph,
  { labels, namespace }: VirtualPod,
): boolean | undefined {
  const described = findNamespace(graph, namespace);
  const webhooks = injectors(graph);
  const ofNamespace = described?.labels ?? {};
  if (webhooks.length > 0) {
    return webhooks.some(
      ({ namespaceSelector, objectSelector }) =>
        matchesSelector(namespaceSelector, ofNamespace) && matchesSelector(objectSelector, labels),
    );
  }
  const said = labels["sidecar.istio.io/inject"];
  if (said !== undefined) return said !== "false";
  if (labels["istio.io/rev"] !== undefined) return true;
  if (described === undefined) return undefined;
  const injection = ofNamespace["istio-injection"];
  return (
    injection === "enabled" ||
    (injection === undefined && (ofNamespace["istio.io/rev"] ?? "") !== "")
  );
}

const injectors: (graph: ObjectGraph) => readonly Webhook[] = perGraph((graph) =>
  objectsOf(graph, mutatingWebhookType)
    .flatMap((object) => webhookConfiguration(object)?.webhooks ?? [])
    .filter(({ name }) => name?.endsWith("istio.io") ?? false),
);
