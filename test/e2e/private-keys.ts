/** Every private key, in PEM, of a JSON text: as it is, and inside base64 as Kubernetes keeps it. Without repetitions. */
export function findPrivateKeys(json: string): readonly string[] {
  const encoded = [...json.matchAll(/"(LS0tLS1CRUdJTi[\w+/=]+)"/g)].map(([, text = ""]) =>
    Buffer.from(text, "base64").toString("utf8"),
  );
  const plain = json.replaceAll("\\n", "\n").replaceAll('\\"', '"');
  const pattern = /-----BEGIN EC PRIVATE KEY-----[^-]+-----END EC PRIVATE KEY-----/g;
  const found = [plain, ...encoded].flatMap((text) => text.match(pattern) ?? []);
  return [...new Set(found)];
}

/**
 * Pieces that a text which shows the key, as it is or in base64, must contain. Of its first line alone: that one holds
 * the secret number, the others mostly the public key, which anybody may read.
 */
export function traces(pem: string): readonly string[] {
  const [, secret = ""] = pem.split("\n");
  return [secret.slice(16, 48), Buffer.from(pem).toString("base64").slice(64, 112)];
}
