import type { X509Certificate } from "node:crypto";
import { secretContent } from "../../graph/kinds/secret.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { perObject } from "../../graph/objects/per-object.ts";
import { cryptography } from "./cryptography.ts";

/** What a Secret of a gateway holds: a certificate, or the reason why there is none. */
export type CertificateReading =
  | { readonly kind: "certificate"; readonly certificate: X509Certificate; readonly key: string }
  | { readonly kind: "fault"; readonly fault: string };

const forms = [
  ["cert", "key"],
  ["tls.crt", "tls.key"],
] as const;

function read(secret: KubernetesObject): CertificateReading {
  for (const [certificateField, keyField] of forms) {
    const certificate = valueOf(secret, certificateField);
    const key = valueOf(secret, keyField);
    if (certificate === "" || key === "") continue;
    const parsed = parse(certificate);
    return parsed === undefined
      ? { kind: "fault", fault: `${certificateField} is not a certificate in PEM` }
      : { kind: "certificate", certificate: parsed, key };
  }
  return { kind: "fault", fault: "has neither tls.crt and tls.key nor cert and key" };
}

/** Reads the certificate of a Secret in one of the two forms that Istio takes. Values are never part of a fault. */
export const readCertificate: (secret: KubernetesObject) => CertificateReading = perObject(read);

/** The text of a key of a Secret; empty where it is not there. */
export function valueOf(secret: KubernetesObject, field: string): string {
  const { data, stringData } = secretContent(secret) ?? {};
  const plain = stringData?.[field];
  return plain ?? Buffer.from(data?.[field] ?? "", "base64").toString("utf8");
}

/** The first block counts, whatever it is labelled. */
function parse(text: string): X509Certificate | undefined {
  const block = /-----BEGIN ([^-]+)-----([^-]+)-----END \1-----/.exec(text)?.[2];
  if (block === undefined) return undefined;
  try {
    return new (cryptography().X509Certificate)(Buffer.from(block, "base64"));
  } catch {
    return undefined;
  }
}

/** Whether a private key belongs to a certificate; undefined where the key cannot be read. */
export function belongs(certificate: X509Certificate, key: string): boolean | undefined {
  try {
    return certificate.checkPrivateKey(cryptography().createPrivateKey(key));
  } catch {
    return undefined;
  }
}
