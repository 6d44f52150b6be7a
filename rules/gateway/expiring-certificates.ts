import type { Graph } from "../../graph/graph.ts";
import type { Finding } from "../rule.ts";
import { certificatesOf, endingOf } from "./certificate-time.ts";
import { credentials, isMadeLater } from "./credentials.ts";
import { readCertificate, valueOf } from "./read-certificate.ts";

/** Finds certificates of Gateways that end soon after `now` (ms) and that nothing renews. */
export function findExpiring(
  graph: Pick<Graph, "objects">,
  find: (finding: Finding) => void,
  now: number,
): void {
  for (const { gateway, server, secret, name, namespace, mode } of credentials(graph)) {
    if (secret === undefined || secret.unresolved.length > 0) continue;
    if (isMadeLater(graph, namespace, name)) continue;
    const reading = readCertificate(secret);
    const own = reading.kind === "certificate" ? endingOf(reading.certificate, now) : undefined;
    const authority = mode.endsWith("MUTUAL")
      ? certificatesOf(valueOf(secret, "ca.crt"))
          .map((each) => endingOf(each, now))
          .find((each) => each !== undefined)
      : undefined;
    // What has expired already is a fault of `gateway/credential-invalid`.
    const ending = own?.startsWith("expires") ? `its certificate ${own}` : undefined;
    const text = ending ?? (authority && `its authority for client certificates ${authority}`);
    if (text === undefined) continue;
    find({
      outcome: "fail",
      origin: gateway.origin(["spec", "servers", server, "tls", "credentialName"]),
      message: `the Secret "${name}" must be replaced: ${text}, and nothing in the input renews it`,
      fix: "put a new certificate into the Secret, or have cert-manager renew it",
    });
  }
}
