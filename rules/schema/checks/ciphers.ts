import type { ServerTls } from "../fields/common.ts";
import { each, type Place } from "../place.ts";

const exchanges = ["ECDHE-ECDSA-", "ECDHE-RSA-"];
const known = new Set([
  ...exchanges.map((each) => `${each}CHACHA20-POLY1305`),
  ...[...exchanges, ""].flatMap((each) =>
    ["AES128-GCM-SHA256", "AES256-GCM-SHA384", "AES128-SHA", "AES256-SHA"].map(
      (cipher) => `${each}${cipher}`,
    ),
  ),
  "DES-CBC3-SHA",
]);

/** Ciphers that the proxy does not know are left out; old versions of TLS need ciphers that go with them. */
export function checkCiphers(tls: ServerTls, place: Place): void {
  const ciphers = tls.cipherSuites ?? [];
  const least = tls.minProtocolVersion;
  if ((least === "TLSV1_0" || least === "TLSV1_1") && ciphers.length === 0) {
    place
      .at("minProtocolVersion")
      .warn(`the version ${least} needs \`cipherSuites\`: the default ones are not for it`);
  }
  const seen = new Set<string>();
  each(ciphers, place.at("cipherSuites"), (cipher, at) => {
    if (!isKnown(cipher)) at.warn(`the cipher ${JSON.stringify(cipher)} is not known, and ignored`);
    else if (seen.has(cipher)) at.warn(`the cipher ${cipher} is listed twice`);
    seen.add(cipher);
  });
}

/** Expressions such as `-SHA` or `!RC4` are let through. */
function isKnown(cipher: string): boolean {
  return cipher === "" || cipher === "ALL" || !/^[\p{L}\p{N}]/u.test(cipher) || known.has(cipher);
}
