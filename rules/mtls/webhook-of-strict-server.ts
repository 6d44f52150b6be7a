import {
  mutatingWebhookType,
  validatingWebhookType,
  webhookConfiguration,
} from "../../graph/kinds/webhook-configuration.ts";
import { serviceSpec, serviceType } from "../../graph/kinds/service.ts";
import { findObject, objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { podsSelectedBy, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { receiverModes, type ReceiverMode } from "../receiver-mode.ts";
import type { Rule } from "../rule.ts";

/** What the API server calls takes more than mTLS of the mesh: the API server is not in it. */
export const webhookOfStrictServer: Rule = {
  id: "mtls/webhook-of-strict-server",
  code: "HED4678",
  severity: "error",
  summary: "what the API server calls does not ask for the mesh's mTLS",
  covers: [],
  reads: ["objects", "receiverModes"],
  needs: ["receiver-mode"],
  check(graph, find) {
    const all = [validatingWebhookType, mutatingWebhookType].flatMap((each) =>
      objectsOf(graph, each),
    );
    for (const object of all) {
      for (const [index, webhook] of (webhookConfiguration(object)?.webhooks ?? []).entries()) {
        const { namespace = "", name = "", port = 443 } = webhook.clientConfig?.service ?? {};
        for (const { pod, number } of serversOf(graph, { namespace, name, port })) {
          if (isBypassed(pod, number)) continue;
          const mode = modeOf(receiverModes(graph, pod), number);
          if (mode?.mode !== "strict") continue;
          find({
            outcome: "fail",
            origin: object.origin(["webhooks", index, "clientConfig", "service"]),
            message: `the API server, which is not in the mesh, calls port ${String(number)} of ${pod.object.kind} ${pod.namespace}/${pod.name}, and ${mode.node.origin.source} takes mTLS only`,
            fix: `set the mode of port ${String(number)} to PERMISSIVE for this workload, or exclude the port with traffic.sidecar.istio.io/excludeInboundPorts`,
          });
          break;
        }
      }
    }
  },
};

interface Address {
  readonly namespace: string;
  readonly name: string;
  readonly port: number;
}

/** The workloads with a sidecar behind a port of a Service, and the port that they are called on. */
function serversOf(graph: ObjectGraph, { namespace, name, port }: Address) {
  const object = findObject(graph, serviceType, namespace, name);
  const { selector = {}, ports = [] } = (object && serviceSpec(object)) ?? {};
  const target = ports.find((each) => each.port === port);
  if (target === undefined || Object.keys(selector).length === 0) return [];
  return podsSelectedBy(graph, namespace, selector).flatMap((pod) => {
    const number = portOf(pod, target.targetPort ?? port);
    return pod.mode === "sidecar" && number !== undefined ? [{ pod, number }] : [];
  });
}

function portOf({ containers }: VirtualPod, target: number | string): number | undefined {
  if (typeof target === "number") return target;
  const ports = containers.flatMap((each) => each.ports ?? []);
  return ports.find(({ name }) => name === target)?.containerPort;
}

function modeOf(modes: readonly ReceiverMode[], port: number): ReceiverMode | undefined {
  return modes.find((each) => each.port === port) ?? modes.find((each) => each.port === undefined);
}

/** Whether a pod takes some or all of its ports past the proxy. */
function isBypassed({ annotations }: VirtualPod, port: number): boolean {
  const excluded = annotations["traffic.sidecar.istio.io/excludeInboundPorts"] ?? "";
  const included = annotations["traffic.sidecar.istio.io/includeInboundPorts"] ?? "*";
  const listed = (list: string) => list.split(",").some((each) => each.trim() === String(port));
  return listed(excluded) || (included !== "*" && !listed(included));
}
