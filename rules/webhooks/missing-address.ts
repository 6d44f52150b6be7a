import type { Rule } from "../rule.ts";
import { addressedWebhooks } from "./addressed-webhooks.ts";
import { urlFault } from "./url-fault.ts";

/** A webhook of Istio says where its control plane is: a service, or a URL that can be read. */
export const missingAddress: Rule = {
  id: "webhooks/missing-address",
  code: "HED4172",
  severity: "warning",
  summary: "a webhook of Istio says where its control plane is",
  covers: ["IST0163"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, index, webhook } of addressedWebhooks(graph)) {
      const { url, service } = webhook.clientConfig ?? {};
      if (url === undefined && service !== undefined) continue;
      const fault = url === undefined ? "there is neither a service nor a url" : urlFault(url);
      if (fault === undefined) continue;
      const said = url === undefined ? "" : ` of ${JSON.stringify(url)}`;
      find({
        outcome: "fail",
        origin: object.origin(["webhooks", index, "clientConfig"]),
        message: `the address${said} of the webhook ${webhook.name ?? ""} cannot be used: ${fault}`,
        fix: "set clientConfig.service, or clientConfig.url with the host name of the external control plane",
      });
    }
  },
};
