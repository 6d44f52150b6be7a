import { parseGoDuration } from "../../graph/lift/go-duration.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { certManagerCertificate, certificateType, issuerOf } from "./cert-manager.ts";

/** A Certificate of cert-manager that is valid for at least as long as the one that signs it. */
export interface LongCertificate {
  readonly object: KubernetesObject;
  readonly own: string;
  readonly issuer: string;
  readonly authority: KubernetesObject;
}

/** What cert-manager makes a certificate valid for where nothing is said. */
const usual = "2160h";

/** Certificates that outlive the Certificate behind the CA issuer that signs them. */
export function issuedDurations(graph: ObjectGraph): readonly LongCertificate[] {
  const all = objectsOf(graph, certificateType);
  const bySecret = Map.groupBy(all, (each) => certManagerCertificate(each)?.secretName ?? "");
  return all.flatMap((object) => {
    const secretName = issuerOf(graph, object)?.spec.ca?.secretName ?? "";
    const authority = (bySecret.get(secretName) ?? []).find(
      (each) => each !== object && certManagerCertificate(each)?.isCA === true,
    );
    if (authority === undefined) return [];
    const own = certManagerCertificate(object)?.duration ?? usual;
    const issuer = certManagerCertificate(authority)?.duration ?? usual;
    const [short, long] = [parseGoDuration(own) ?? 0, parseGoDuration(issuer) ?? Infinity];
    return short < long ? [] : [{ object, own, issuer, authority }];
  });
}
