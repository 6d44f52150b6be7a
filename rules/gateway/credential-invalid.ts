import type { Rule } from "../rule.ts";
import { credentials, type Credential } from "./credentials.ts";
import { belongs, readCertificate } from "./read-certificate.ts";

/** The Secret of every TLS server holds a certificate that is valid now, with its key. */
export const credentialInvalid: Rule = {
  id: "gateway/credential-invalid",
  code: "HED4476",
  severity: "error",
  summary: "the Secret of a TLS server holds a valid certificate and its key",
  covers: ["IST0161"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const now = Date.now();
    for (const credential of credentials(graph)) {
      const { gateway, server, secret, name } = credential;
      if (secret === undefined || secret.unresolved.length > 0) continue;
      const fault = faultOf(secret, now);
      if (fault === undefined) continue;
      find({
        outcome: "fail",
        origin: gateway.origin(["spec", "servers", server, "tls", "credentialName"]),
        message: `the Secret "${name}" cannot be used: ${fault.text}`,
        fix: "put a valid certificate and its key into the Secret, or have cert-manager do so",
        ...(fault.covered ? {} : { covers: [] }),
      });
    }
  },
};

type Secret = NonNullable<Credential["secret"]>;

function faultOf(secret: Secret, now: number): { text: string; covered: boolean } | undefined {
  const reading = readCertificate(secret);
  if (reading.kind === "fault") return { text: reading.fault, covered: true };
  const { certificate, key } = reading;
  const from = new Date(certificate.validFrom);
  const to = new Date(certificate.validTo);
  if (to.getTime() < now) return { text: `it expired on ${day(to)}`, covered: true };
  if (from.getTime() > now) return { text: `it is valid from ${day(from)} only`, covered: true };
  if (belongs(certificate, key) === false) {
    return { text: "the private key belongs to another certificate", covered: false };
  }
  return undefined;
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
