import type { X509Certificate } from "node:crypto";
import { credentials } from "../gateway/credentials.ts";
import { readCertificate } from "../gateway/read-certificate.ts";
import type { Change, ChangeRule } from "../rule.ts";

/** A new certificate of a gateway is for the same hosts, from the same issuer. */
export const certificateSwapped: ChangeRule = {
  id: "change/certificate-swapped",
  code: "HED4713",
  severity: "warning",
  summary: "a certificate of a gateway keeps its hosts and its issuer",
  covers: [],
  reads: ["objects"],
  needs: [],
  check({ before, after }, find) {
    const old = certificatesOf(before);
    const said = new Set<string>();
    for (const { secret, hosts } of credentials(after)) {
      if (secret === undefined) continue;
      const name = `${secret.namespace}/${secret.name}`;
      const was = old.get(name);
      const reading = readCertificate(secret);
      if (was === undefined || reading.kind === "fault" || said.has(name)) continue;
      said.add(name);
      const is = reading.certificate;
      if (was.fingerprint256 === is.fingerprint256) continue;
      const kept = new Set(namesOf(is));
      const lost = namesOf(was).filter((each) => !kept.has(each));
      if (lost.length > 0) {
        find({
          outcome: "fail",
          origin: secret.origin(),
          message: `the new certificate for ${hosts.join(", ")} is no longer for ${lost.join(", ")}`,
          fix: "ask for a certificate with all names of the old one",
        });
      }
      if (was.issuer === is.issuer) continue;
      find({
        outcome: "fail",
        origin: secret.origin(),
        message: `the certificate for ${hosts.join(", ")} comes from another issuer (${oneLine(is.issuer)} instead of ${oneLine(was.issuer)})`,
        fix: "make sure that every client trusts the new issuer, before the change",
      });
    }
  },
};

/** The certificates of gateways' Secrets, by namespace and name. */
function certificatesOf(graph: Change["before"]): ReadonlyMap<string, X509Certificate> {
  return new Map(
    credentials(graph).flatMap(({ secret }) => {
      const reading = secret && readCertificate(secret);
      return secret === undefined || reading?.kind !== "certificate"
        ? []
        : [[`${secret.namespace}/${secret.name}`, reading.certificate] as const];
    }),
  );
}

function namesOf({ subjectAltName = "" }: X509Certificate): readonly string[] {
  return subjectAltName.split(", ").filter((each) => each !== "");
}

function oneLine(issuer: string): string {
  return issuer.replaceAll("\n", ", ");
}
