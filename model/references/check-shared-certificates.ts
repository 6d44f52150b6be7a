import { printPath } from "../../diagnostics/index.ts";
import type { TerminatedTls } from "../mesh.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/**
 * Hosts with one certificate have the same TLS settings: browsers send requests for all of them over one connection, and
 * so past the stricter settings of the other host.
 */
export function checkSharedCertificates(context: ReferenceContext, name: string): void {
  const gateway = Object.hasOwn(context.mesh.gateways, name)
    ? context.mesh.gateways[name]
    : undefined;
  const bySecret = new Map<string, { readonly host: string; readonly tls: TerminatedTls }>();
  for (const { host, tls } of gateway?.hosts ?? []) {
    if (tls?.mode !== "terminate") continue;
    for (const secret of tls.secrets) {
      const first = bySecret.get(secret);
      bySecret.set(secret, first ?? { host, tls });
      if (first === undefined || JSON.stringify(first.tls) === JSON.stringify(tls)) continue;
      const place = printPath(["gateways", name, "hosts", first.host, "tls"]);
      addError(context, {
        code: "HED2053",
        path: ["gateways", name, "hosts", host, "tls"],
        message: `the certificate "${secret}" is served with other settings at ${place}; allowed: the same settings for all hosts of a certificate, whose requests share connections`,
        fix: "say the same at both hosts, or give one of them its own Secret",
      });
      break;
    }
  }
}
