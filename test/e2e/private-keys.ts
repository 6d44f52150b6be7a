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

/** Pieces of a key that a text which shows it, in one of the usual ways, must contain. */
export function traces(pem: string): readonly string[] {
  const lines = pem.split("\n").filter((line) => !line.startsWith("-----"));
  const inBase64 = Buffer.from(`${pem}\n`).toString("base64");
  return [...lines.filter(({ length }) => length >= 32), inBase64.slice(80, 160)];
}
