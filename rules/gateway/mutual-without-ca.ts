import { findObject } from "../../graph/objects/objects-of.ts";
import { secretType } from "../../graph/kinds/secret.ts";
import type { Rule } from "../rule.ts";
import { credentials, isMadeLater } from "./credentials.ts";
import { valueOf } from "./read-certificate.ts";

/** A server that asks clients for a certificate has the authority to check it with. */
export const mutualWithoutCa: Rule = {
  id: "gateway/mutual-without-ca",
  code: "HED4478",
  severity: "error",
  summary: "a server that asks for client certificates can check them",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { gateway, server, mode, secret, name, namespace } of credentials(graph)) {
      if (mode !== "MUTUAL" && mode !== "OPTIONAL_MUTUAL") continue;
      if (secret === undefined || secret.unresolved.length > 0) continue;
      if (["cacert", "ca.crt"].some((field) => valueOf(secret, field) !== "")) continue;
      const separate = `${name}-cacert`;
      if (findObject(graph, secretType, namespace, separate) !== undefined) continue;
      if (isMadeLater(graph, namespace, separate)) continue;
      find({
        outcome: "fail",
        origin: gateway.origin(["spec", "servers", server, "tls"]),
        message: `mode ${mode} needs the authority of the clients, and Secret "${name}" has no ca.crt`,
        fix: `add ca.crt to the Secret, or create a Secret "${separate}" with it`,
      });
    }
  },
};
