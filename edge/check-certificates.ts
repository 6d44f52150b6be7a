import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../diagnostics/index.ts";
import type { EdgeConfig } from "../targets/envoy/index.ts";
import { checkCertificate } from "./check-certificate.ts";

/**
 * Whether the certificates that lie on this machine can be served for the hosts that a configuration gives them. What
 * is wrong is an error (HED3004).
 *
 * @returns names of the Secrets whose files are not there yet: nothing is known of them
 */
export function checkCertificates(
  { site, certificateHosts }: EdgeConfig,
  now: Date,
  report: Report,
): readonly string[] {
  const unknown: string[] = [];
  for (const [secret, hosts] of Object.entries(certificateHosts)) {
    const files = ["tls.crt", "tls.key"].map((file) => join(site.certificates, secret, file));
    if (!files.every((file) => existsSync(file))) {
      unknown.push(secret);
      continue;
    }
    const [certificate = "", key = ""] = files.map((file) => readFileSync(file, "utf8"));
    checkCertificate({ secret, hosts, certificate, key, now }, report);
  }
  return unknown;
}
