import { secretType } from "../../graph/kinds/secret.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { certificatesOf } from "./certificate-time.ts";
import { issuedDurations } from "./issued-durations.ts";
import { valueOf } from "./read-certificate.ts";

/** A certificate ends before the one that signed it. */
export const outlivesIssuer: Rule = {
  id: "gateway/outlives-issuer",
  code: "HED4737",
  severity: "warning",
  summary: "a certificate ends before the one that signed it",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, own, issuer, authority } of issuedDurations(graph)) {
      find({
        outcome: "fail",
        origin: object.origin(["spec", "duration"]),
        message: `is valid for ${own}, and ${authority.origin().source}, which signs it, for ${issuer}: it outlives its issuer`,
        fix: "shorten the duration to a third of the issuer's, or lengthen the issuer's",
      });
    }
    for (const secret of objectsOf(graph, secretType)) {
      if (secret.unresolved.length > 0) continue;
      for (const fields of chains) {
        const chain = fields.flatMap((field) => certificatesOf(valueOf(secret, field)));
        const place = chain.findIndex((each, index) => {
          const issuer = chain[index + 1];
          return issuer !== undefined && each.checkIssued(issuer) && ends(each) > ends(issuer);
        });
        const [late, issuer] = [chain[place], chain[place + 1]];
        if (late === undefined || issuer === undefined) continue;
        find({
          outcome: "fail",
          origin: secret.origin(),
          message: `${fields.join(" and ")} hold a certificate that is valid until ${day(late)}, and its issuer until ${day(issuer)}: from then on nobody accepts it`,
          fix: "renew the issuer first, or let the certificate end before it",
        });
      }
    }
  },
};

/** Chains as Secrets hold them: of servers, and of the authority of the mesh. */
const chains = [["tls.crt", "ca.crt"], ["cert"], ["ca-cert.pem", "root-cert.pem"]] as const;

type Certificate = ReturnType<typeof certificatesOf>[number];

function ends({ validTo }: Certificate): number {
  return Date.parse(validTo);
}

function day(certificate: Certificate): string {
  return new Date(ends(certificate)).toISOString().slice(0, 10);
}
