import type { X509Certificate } from "node:crypto";
import type { Rule } from "../rule.ts";
import { credentials } from "./credentials.ts";
import { readCertificate } from "./read-certificate.ts";

/** The certificate of every TLS server names the hosts that the server is for. Otherwise clients refuse it. */
export const certificateHostMismatch: Rule = {
  id: "gateway/certificate-host-mismatch",
  code: "HED4477",
  severity: "error",
  summary: "the certificate of a TLS server covers its hosts",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { gateway, server, hosts, secret, name } of credentials(graph)) {
      if (secret === undefined || secret.unresolved.length > 0) continue;
      const reading = readCertificate(secret);
      if (reading.kind === "fault") continue;
      for (const [index, text] of hosts.entries()) {
        const host = text.slice(text.indexOf("/") + 1);
        if (host === "*" || covers(reading.certificate, host)) continue;
        find({
          outcome: "fail",
          origin: gateway.origin(["spec", "servers", server, "hosts", index]),
          message: `serves ${host} with the certificate of Secret "${name}", which is for ${namesOf(reading.certificate)}`,
          fix: `use a certificate that names ${host}`,
        });
      }
    }
  },
};

/** A wildcard host is covered by the same name in the certificate only. */
function covers(certificate: X509Certificate, host: string): boolean {
  if (host.startsWith("*.")) return namesOf(certificate).split(", ").includes(host);
  return certificate.checkHost(host) !== undefined;
}

function namesOf({ subjectAltName, subject }: X509Certificate): string {
  const names = (subjectAltName ?? "").replaceAll(/(?:DNS|IP Address):/g, "");
  return names === "" ? subject.replaceAll("\n", ", ") : names;
}
