import { z } from "zod";
import { anything, flag, message, text, texts } from "../../graph/kinds/fields.ts";
import { readSpec } from "../../graph/kinds/read-kind.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { findObject, objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";

export const certificateType = "cert-manager.io/Certificate";

/** What a Certificate of cert-manager asks for. */
export const certManagerCertificate = readSpec(
  certificateType,
  z.looseObject({
    secretName: text,
    duration: text,
    isCA: flag,
    dnsNames: texts,
    issuerRef: message({ name: text, kind: text, group: text }),
  }),
);

const issuer = z.looseObject({
  ca: message({ secretName: text }),
  selfSigned: anything,
  acme: message({ server: text }),
});
const issuerTypes = {
  Issuer: "cert-manager.io/Issuer",
  ClusterIssuer: "cert-manager.io/ClusterIssuer",
};
const readIssuer = readSpec(issuerTypes.Issuer, issuer);
const readClusterIssuer = readSpec(issuerTypes.ClusterIssuer, issuer);

/** Who signs for cert-manager. */
export interface CertificateIssuer {
  readonly object: KubernetesObject;
  readonly spec: z.output<typeof issuer>;
}

/** The issuer that a Certificate names; undefined where the input does not hold it. */
export function issuerOf(
  graph: ObjectGraph,
  certificate: KubernetesObject,
): CertificateIssuer | undefined {
  const { name = "", kind = "Issuer" } = certManagerCertificate(certificate)?.issuerRef ?? {};
  const object =
    kind === "ClusterIssuer"
      ? objectsOf(graph, issuerTypes.ClusterIssuer).find((each) => each.name === name)
      : findObject(graph, issuerTypes.Issuer, certificate.namespace, name);
  const spec = object && (readIssuer(object) ?? readClusterIssuer(object));
  return object === undefined || spec === undefined ? undefined : { object, spec };
}
