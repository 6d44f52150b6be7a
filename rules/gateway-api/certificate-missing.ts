import { kubernetesGatewaySpec, kubernetesGatewayType } from "../../graph/kinds/gateway-api.ts";
import { secretType } from "../../graph/kinds/secret.ts";
import { hasNameless } from "../../graph/objects/has-nameless.ts";
import { findObject, hasObjects, objectsOf } from "../../graph/objects/objects-of.ts";
import { isMadeLater } from "../gateway/credentials.ts";
import type { Rule } from "../rule.ts";

const issuers = ["cert-manager.io/issuer", "cert-manager.io/cluster-issuer"];

/** The Secret that a listener takes its certificate from is there. */
export const listenerCertificateMissing: Rule = {
  id: "gateway-api/certificate-missing",
  code: "HED4673",
  severity: "error",
  summary: "the Secrets of a listener's certificates are there",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const described = hasObjects(graph, secretType) && !hasNameless(graph, secretType);
    for (const object of objectsOf(graph, kubernetesGatewayType)) {
      // cert-manager makes the Secrets of a Gateway that asks for it.
      if (issuers.some((each) => object.annotations[each] !== undefined)) continue;
      for (const [index, { tls }] of (kubernetesGatewaySpec(object)?.listeners ?? []).entries()) {
        for (const [place, each] of (tls?.certificateRefs ?? []).entries()) {
          const { group = "", kind = "Secret", name = "", namespace = object.namespace } = each;
          if (group !== "" || kind !== "Secret") continue;
          if (findObject(graph, secretType, namespace, name) !== undefined) continue;
          if (isMadeLater(graph, namespace, name)) continue;
          find({
            // Secrets are rarely kept beside the rest; where some are, this one is missing.
            outcome: described ? "fail" : "unknown",
            absent: [],
            within: namespace,
            origin: object.origin(["spec", "listeners", index, "tls", "certificateRefs", place]),
            message: `takes its certificate from the Secret ${namespace}/${name}, which is not there`,
            fix: "create the Secret, or correct the name or the namespace",
          });
        }
      }
    }
  },
};
