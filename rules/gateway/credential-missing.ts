import { secretType } from "../../graph/kinds/secret.ts";
import { hasNameless } from "../../graph/objects/has-nameless.ts";
import type { Rule } from "../rule.ts";
import { credentials, isMadeLater } from "./credentials.ts";

/** The Secret of every TLS server is in the namespace of the gateway's workload. Otherwise the port stays closed. */
export const credentialMissing: Rule = {
  id: "gateway/credential-missing",
  code: "HED4475",
  severity: "error",
  summary: "the Secret of a TLS server is where the gateway runs",
  covers: ["IST0101"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const each of credentials(graph)) {
      const { gateway, server, name, namespace, secret, described } = each;
      if (secret !== undefined || isMadeLater(graph, namespace, name)) continue;
      find({
        outcome: described && !hasNameless(graph, secretType) ? "fail" : "unknown",
        absent: [],
        within: namespace,
        origin: gateway.origin(["spec", "servers", server, "tls", "credentialName"]),
        message: `the Secret "${name}" is not in namespace ${namespace}, where the gateway runs`,
        fix: `create the Secret in namespace ${namespace}, or correct the name`,
      });
    }
  },
};
