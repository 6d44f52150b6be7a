import { secretType } from "../../graph/kinds/secret.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { findObject } from "../../graph/objects/objects-of.ts";
import { certificatesOf, endingOf } from "../gateway/certificate-time.ts";
import { isMadeLater } from "../gateway/credentials.ts";
import { valueOf } from "../gateway/read-certificate.ts";
import type { Rule } from "../rule.ts";

/** The authority that signs every certificate of the mesh is valid for the next 30 days. */
export const authorityExpiring: Rule = {
  id: "mtls/authority-expiring",
  code: "HED4574",
  severity: "warning",
  summary: "the authority of the mesh does not expire in the next 30 days",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const namespace = rootNamespace(graph);
    const secret = findObject(graph, secretType, namespace, "cacerts");
    if (secret === undefined || isMadeLater(graph, namespace, "cacerts")) return;
    for (const field of ["ca-cert.pem", "root-cert.pem"]) {
      const ending = certificatesOf(valueOf(secret, field))
        .map((each) => endingOf(each, Date.now()))
        .find((each) => each !== undefined);
      if (ending === undefined) continue;
      find({
        outcome: "fail",
        origin: secret.origin(),
        message: `${field} of the mesh's authority ${ending}; from then on no workload trusts another`,
        fix: "put a new certificate into the Secret cacerts before that day, with the old root kept beside the new one",
      });
    }
  },
};
