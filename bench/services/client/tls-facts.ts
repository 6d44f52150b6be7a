import type { DetailedPeerCertificate, TLSSocket } from "node:tls";
import { z } from "zod";

/** What a TLS handshake showed: whether the chain verifies, and the chain, leaf first. */
export const tlsFactsSchema = z.object({
  authorized: z.boolean(),
  /** Code of the first reason why it does not verify. */
  reason: z.string().optional(),
  protocol: z.string(),
  chain: z.array(
    z.object({
      subject: z.string(),
      issuer: z.string(),
      names: z.string(),
      validTo: z.string(),
      fingerprint256: z.string(),
    }),
  ),
});

export type TlsFacts = z.infer<typeof tlsFactsSchema>;

/** Longest chain that is followed. */
const maxChain = 10;

/** Reads the facts of a finished handshake. The chain goes on to the trusted root where one is known. */
export function readTlsFacts(socket: TLSSocket): TlsFacts {
  const reason = socket.authorized ? undefined : String(socket.authorizationError);
  return {
    authorized: socket.authorized,
    ...(reason === undefined ? {} : { reason }),
    protocol: socket.getProtocol() ?? "unknown",
    chain: readChain(socket.getPeerCertificate(true)),
  };
}

function readChain(leaf: DetailedPeerCertificate): TlsFacts["chain"] {
  const chain: TlsFacts["chain"] = [];
  const seen = new Set<string>();
  let certificate: DetailedPeerCertificate | undefined = leaf;
  while (certificate?.fingerprint256 && chain.length < maxChain) {
    if (seen.has(certificate.fingerprint256)) break;
    seen.add(certificate.fingerprint256);
    chain.push({
      subject: printName(certificate.subject),
      issuer: printName(certificate.issuer),
      names: certificate.subjectaltname ?? "",
      validTo: certificate.valid_to,
      fingerprint256: certificate.fingerprint256,
    });
    certificate = issuerOf(certificate);
  }
  return chain;
}

/** The types say that an issuer is always there; the last of an incomplete chain has none. */
function issuerOf(certificate: DetailedPeerCertificate): DetailedPeerCertificate | undefined {
  return certificate.issuerCertificate;
}

function printName(name: object): string {
  return Object.entries(name)
    .map(([key, value]) => `${key}=${String(value)}`)
    .join(", ");
}
