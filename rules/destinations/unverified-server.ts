import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";
import { clientTlsSettings } from "./client-tls-settings.ts";

/**
 * A client that starts TLS names the authority that signs the server's certificate: for the destination, for its subsets
 * and for single ports. Where none is named, Istio 1.31 takes any that the image of the proxy trusts. A credential can
 * hold the authority, and is only read where the DestinationRule selects workloads.
 */
export const unverifiedServer: Rule = {
  id: "destinations/unverified-server",
  code: "HED4230",
  severity: "warning",
  summary: "clients that start TLS name the authority of the server",
  covers: ["IST0128", "IST0129"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, destinationRuleType, "tls")) {
      const spec = destinationRuleSpec(object);
      if (spec === undefined) continue;
      for (const { tls, path, inSubset, port } of clientTlsSettings(spec)) {
        if (tls.mode !== "SIMPLE" && tls.mode !== "MUTUAL") continue;
        if ((tls.caCertificates ?? "") !== "") continue;
        if ((tls.credentialName ?? "") !== "" && spec.workloadSelector !== undefined) continue;
        const where = port === undefined ? "" : ` at port ${String(port)}`;
        const covers = inSubset ? [] : [port === undefined ? "IST0128" : "IST0129"];
        find({
          outcome: "fail",
          origin: object.origin(path),
          message: `starts TLS (${tls.mode}) to ${spec.host ?? "its host"}${where} without caCertificates, so that every authority that the proxy's image trusts can vouch for the server`,
          fix: "set caCertificates to the authority that signs the server's certificate, and subjectAltNames to its name",
          covers,
        });
      }
    }
  },
};
