import type { CustomResourceOptions, Input, Output } from "@pulumi/pulumi";
import { CertRequest } from "@pulumi/tls/certRequest.js";
import { LocallySignedCert } from "@pulumi/tls/locallySignedCert.js";
import { PrivateKey } from "@pulumi/tls/privateKey.js";
import { SelfSignedCert } from "@pulumi/tls/selfSignedCert.js";

/** A key and the certificate that vouches for it. The key is a secret in state, log and plan. */
export interface Authority {
  readonly certificate: Output<string>;
  readonly key: Output<string>;
}

/** What a certificate says about itself. */
export interface CertificateSubject {
  readonly commonName: string;
  readonly organization: string;
  /** Hours from its creation. All but a root are renewed by the first `pulumi up` in the last third of them. */
  readonly validityHours: number;
}

const signerUses = ["cert_signing", "crl_signing"];

/** A root authority that signs `depth` levels of authorities below it. */
export function rootAuthority(
  name: string,
  subject: CertificateSubject & { readonly depth: number },
  options: CustomResourceOptions,
): Authority {
  const { key } = newKey(name, options);
  const { certPem } = new SelfSignedCert(
    name,
    {
      privateKeyPem: key,
      subject: distinguishedName(subject),
      validityPeriodHours: subject.validityHours,
      isCaCertificate: true,
      maxPathLength: subject.depth,
      setSubjectKeyId: true,
      allowedUses: signerUses,
    },
    options,
  );
  return { certificate: certPem, key };
}

/** An authority below `parent` that signs leaves only. */
export function intermediateAuthority(
  name: string,
  parent: Authority,
  subject: CertificateSubject,
  options: CustomResourceOptions,
): Authority {
  return signed(name, parent, subject, { isCaCertificate: true, maxPathLength: 0 }, options);
}

/** A certificate with which a server proves that it answers for `dnsNames`. */
export function serverCertificate(
  name: string,
  parent: Authority,
  subject: CertificateSubject & { readonly dnsNames: readonly string[] },
  options: CustomResourceOptions,
): Authority {
  return signed(name, parent, subject, { dnsNames: [...subject.dnsNames] }, options);
}

interface Purpose {
  readonly isCaCertificate?: true;
  readonly maxPathLength?: number;
  readonly dnsNames?: Input<string>[];
}

function signed(
  name: string,
  parent: Authority,
  subject: CertificateSubject,
  { dnsNames = [], ...authority }: Purpose,
  options: CustomResourceOptions,
): Authority {
  const { key } = newKey(name, options);
  const request = new CertRequest(
    name,
    { privateKeyPem: key, subject: distinguishedName(subject), dnsNames },
    options,
  );
  const { certPem } = new LocallySignedCert(
    name,
    {
      certRequestPem: request.certRequestPem,
      caCertPem: parent.certificate,
      caPrivateKeyPem: parent.key,
      validityPeriodHours: subject.validityHours,
      earlyRenewalHours: Math.floor(subject.validityHours / 3),
      ...authority,
      setSubjectKeyId: true,
      allowedUses: authority.isCaCertificate ? signerUses : ["digital_signature", "server_auth"],
    },
    options,
  );
  return { certificate: certPem, key };
}

/** X.509 allows 64 characters in each part. The whole names are in the alternative names, where clients look. */
function distinguishedName(subject: CertificateSubject) {
  return {
    commonName: subject.commonName.slice(0, 64),
    organization: subject.organization.slice(0, 64),
  };
}

function newKey(name: string, options: CustomResourceOptions): { readonly key: Output<string> } {
  // P-256 is what every Envoy, browser and FIPS profile accepts, and signs far faster than RSA.
  const key = new PrivateKey(name, { algorithm: "ECDSA", ecdsaCurve: "P256" }, options);
  return { key: key.privateKeyPem };
}
