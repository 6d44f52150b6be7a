import type { X509Certificate } from "node:crypto";
import { secretType } from "../../graph/kinds/secret.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { findObject } from "../../graph/objects/objects-of.ts";
import { certificatesOf } from "../gateway/certificate-time.ts";
import { valueOf } from "../gateway/read-certificate.ts";
import type { ChangeRule } from "../rule.ts";

/** A root of the mesh changes in three steps, so that every two proxies trust each other all the time. */
export const authoritySwapped: ChangeRule = {
  id: "change/authority-swapped",
  code: "HED4714",
  severity: "error",
  summary:
    "a new root of the mesh is trusted before anything is signed with it, and the old one after",
  covers: [],
  reads: ["objects"],
  needs: [],
  check({ before, after }, find) {
    const secret = findObject(after, secretType, rootNamespace(after), "cacerts");
    const old = findObject(before, secretType, rootNamespace(before), "cacerts");
    if (secret === undefined || old === undefined) return;
    const [was, is] = [authorityOf(old), authorityOf(secret)];
    if (was === undefined || is === undefined) return;
    const fail = (message: string, fix: string): void => {
      find({ outcome: "fail", origin: secret.origin(), message, fix });
    };
    if (!trusts(was.roots, is.signer)) {
      fail(
        "new certificates are signed under a root that the proxies do not trust yet",
        "add the new root to root-cert.pem beside the old one, wait until every proxy has it, and change the signer in a later update",
      );
    }
    if (!trusts(is.roots, was.signer)) {
      fail(
        "the root that running workloads were signed under is taken out of root-cert.pem",
        "keep the old root beside the new one until no workload has a certificate of it, which takes a day by default",
      );
    }
  },
};

interface Authority {
  readonly signer: X509Certificate;
  readonly roots: readonly X509Certificate[];
}

/** What signs and what is trusted; undefined where a part cannot be read. */
function authorityOf(secret: KubernetesObject): Authority | undefined {
  const [signer] = certificatesOf(valueOf(secret, "ca-cert.pem"));
  const roots = certificatesOf(valueOf(secret, "root-cert.pem"));
  // Between the signer and the root there may be others, which the chain holds.
  const chain = certificatesOf(valueOf(secret, "cert-chain.pem"));
  if (signer === undefined || roots.length === 0) return undefined;
  return { signer: topOf(signer, chain), roots };
}

/** The last of a chain from a certificate upwards that is no root. */
function topOf(signer: X509Certificate, chain: readonly X509Certificate[]): X509Certificate {
  const next = chain.find((each) => !isSignedBy(each, each) && isSignedBy(signer, each));
  // Each step leaves one certificate out, so that a chain in a circle ends.
  return next === undefined
    ? signer
    : topOf(
        next,
        chain.filter((each) => each !== next),
      );
}

function trusts(roots: readonly X509Certificate[], signer: X509Certificate): boolean {
  return roots.some(
    (root) => root.fingerprint256 === signer.fingerprint256 || isSignedBy(signer, root),
  );
}

function isSignedBy(certificate: X509Certificate, by: X509Certificate): boolean {
  return certificate.checkIssued(by) && certificate.verify(by.publicKey);
}
