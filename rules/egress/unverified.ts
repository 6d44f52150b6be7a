import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { settledObjects } from "../access/settled-objects.ts";
import { clientTlsSettings } from "../destinations/client-tls-settings.ts";
import type { Rule } from "../rule.ts";

/** No client that starts TLS is told to take whatever certificate comes. */
export const unverified: Rule = {
  id: "egress/unverified",
  code: "HED4604",
  severity: "warning",
  summary: "no client is told to skip the check of the server's certificate",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, destinationRuleType, find, "insecureSkipVerify")) {
      const spec = destinationRuleSpec(object);
      for (const { tls, path } of spec === undefined ? [] : clientTlsSettings(spec)) {
        if (tls.insecureSkipVerify !== true) continue;
        if (tls.mode !== "SIMPLE" && tls.mode !== "MUTUAL") continue;
        find({
          outcome: "fail",
          origin: object.origin([...path, "insecureSkipVerify"]),
          message: `starts TLS to ${spec?.host ?? "its host"} and takes every certificate, so that anybody in between can answer`,
          fix: "remove insecureSkipVerify, and set caCertificates and subjectAltNames",
        });
      }
    }
  },
};
