import {
  ComponentResource,
  output,
  type ComponentResourceOptions,
  type Output,
} from "@pulumi/pulumi";
import { intermediateAuthority, rootAuthority, type Authority } from "./certificate-authority.ts";

export interface MeshTrustArgs {
  /** SPIFFE trust domain, for example `shop.example`; names the certificates. */
  readonly trustDomain: string;
  /** Organisation in the certificates. Default: the trust domain. */
  readonly organization?: string;
  /** Hours that the root is valid. Default 87,600 (10 years), as in Istio's own `tools/certs`. */
  readonly rootValidityHours?: number;
  /** Hours that the mesh's signer is valid. Default 17,520 (2 years), as in Istio's own `tools/certs`. */
  readonly signerValidityHours?: number;
}

/**
 * Where trust in a mesh begins: a root authority and, below it, the one that signs the workloads' certificates.
 * Give it to `ControlPlane`, which puts the signer in place before istiod starts. The root's key stays in the stack's
 * state, encrypted, and never reaches the cluster.
 */
export class MeshTrust extends ComponentResource {
  /** The root's certificate, PEM. What a client outside needs to trust the mesh's gateways. Not secret. */
  readonly rootCertificate: Output<string>;
  /** The authorities, to sign more below the same root. */
  readonly nodes: { readonly root: Authority; readonly signer: Authority };

  constructor(name: string, args: MeshTrustArgs, options?: ComponentResourceOptions) {
    super("heddle:index:MeshTrust", name, { ...args }, options);
    const organization = args.organization ?? args.trustDomain;
    const root = rootAuthority(
      `${name}-root`,
      {
        commonName: `${args.trustDomain} root`,
        organization,
        validityHours: args.rootValidityHours ?? 87_600,
        depth: 1,
      },
      { parent: this },
    );
    const signer = intermediateAuthority(
      `${name}-signer`,
      root,
      {
        commonName: `${args.trustDomain} mesh signer`,
        organization,
        validityHours: args.signerValidityHours ?? 17_520,
      },
      { parent: this },
    );
    this.rootCertificate = output(root.certificate);
    this.nodes = { root, signer };
    this.registerOutputs({ rootCertificate: this.rootCertificate });
  }
}
