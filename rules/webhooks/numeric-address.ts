import { isIP } from "node:net";
import type { Rule } from "../rule.ts";
import { addressedWebhooks } from "./addressed-webhooks.ts";
import { urlFault } from "./url-fault.ts";

/** The URL of a webhook has a host name, not an address. */
export const numericAddress: Rule = {
  id: "webhooks/numeric-address",
  code: "HED4173",
  severity: "info",
  summary: "a webhook of Istio names its external control plane",
  covers: ["IST0164"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, index, webhook } of addressedWebhooks(graph)) {
      const { url } = webhook.clientConfig ?? {};
      if (url === undefined || urlFault(url) !== undefined) continue;
      const host = /^[^/]*\/\/(?:[^/?#@]*@)?(?:\[([^\]]*)\]|([^/?#:]*))/.exec(url);
      const name = host?.[1] ?? host?.[2] ?? "";
      if (isIP(name) === 0 || name.includes("%")) continue;
      find({
        outcome: "fail",
        origin: object.origin(["webhooks", index, "clientConfig", "url"]),
        message: `the webhook ${webhook.name ?? ""} has the address ${name} for its external control plane`,
        fix: "use a host name, with a certificate for it",
      });
    }
  },
};
