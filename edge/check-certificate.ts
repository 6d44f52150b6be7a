import { createPrivateKey, X509Certificate } from "node:crypto";
import type { Report } from "../diagnostics/index.ts";

/** A certificate as a gateway will show it. */
export interface CertificateCheck {
  /** Name of the Secret. */
  readonly secret: string;
  /** Hosts that are served with it. */
  readonly hosts: readonly string[];
  /** PEM, leaf first. */
  readonly certificate: string;
  /** PEM. Never printed. */
  readonly key: string;
  readonly now: Date;
}

/**
 * Whether a certificate can be served: it reads, its key belongs to it, it is valid now and it names every host. What
 * is wrong is an error (HED3004) at the Secret's name.
 */
export function checkCertificate(check: CertificateCheck, report: Report): void {
  const { secret, hosts, now } = check;
  const wrong = (message: string, fix: string): void => {
    report.add({
      code: "HED3004",
      severity: "error",
      path: ["certificates", secret],
      message,
      fix,
    });
  };
  const leaf = read(() => new X509Certificate(check.certificate));
  if (leaf === undefined) {
    wrong(`tls.crt of "${secret}" is no certificate in PEM`, "write the chain, leaf first");
    return;
  }
  const key = read(() => createPrivateKey(check.key));
  if (key === undefined || !leaf.checkPrivateKey(key)) {
    wrong(`tls.key of "${secret}" does not belong to its certificate`, "write the leaf's own key");
  }
  if (now < leaf.validFromDate || now > leaf.validToDate) {
    wrong(
      `the certificate of "${secret}" is valid from ${leaf.validFromDate.toISOString()} to ${leaf.validToDate.toISOString()}, not now`,
      "renew it",
    );
  }
  for (const host of hosts.filter((each) => !serves(leaf, each))) {
    wrong(
      `the certificate of "${secret}" does not name ${host}; it names: ${leaf.subjectAltName ?? "nothing"}`,
      `issue it for ${host} as well, or give that host another Secret`,
    );
  }
}

/** A wildcard host needs the same wildcard: a single name below it would not do for the others. */
function serves(leaf: X509Certificate, host: string): boolean {
  if (!host.startsWith("*.")) return leaf.checkHost(host, { subject: "never" }) !== undefined;
  const names = (leaf.subjectAltName ?? "").split(", ").map((name) => name.toLowerCase());
  return names.includes(`dns:${host}`);
}

function read<Value>(from: () => Value): Value | undefined {
  try {
    return from();
  } catch {
    return undefined;
  }
}
