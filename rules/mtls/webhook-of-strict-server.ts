import {
  mutatingWebhookType,
  validatingWebhookType,
  webhookConfiguration,
} from "../../graph/kinds/webhook-configuration.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { strictServers } from "./strict-servers.ts";

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
        const [server] = strictServers(graph, { namespace, name, port });
        if (server === undefined) continue;
        const { pod, mode } = server;
        const number = String(server.port);
        find({
          outcome: "fail",
          origin: object.origin(["webhooks", index, "clientConfig", "service"]),
          message: `the API server, which is not in the mesh, calls port ${number} of ${pod.object.kind} ${pod.namespace}/${pod.name}, and ${mode.node.origin.source} takes mTLS only`,
          fix: `set the mode of port ${number} to PERMISSIVE for this workload, or exclude the port with traffic.sidecar.istio.io/excludeInboundPorts`,
        });
      }
    }
  },
};
