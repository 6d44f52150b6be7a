import {
  ComponentResource,
  interpolate,
  type ComponentResourceOptions,
  type Input,
} from "@pulumi/pulumi";
import type { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { intermediateAuthority, serverCertificate } from "./certificate-authority.ts";
import type { MeshTrust } from "./mesh-trust.ts";
import { textSecret } from "./text-secret.ts";

export interface GatewayCertificateArgs {
  /** Whose root the chain ends in. */
  readonly trust: MeshTrust;
  /** Name of the `kubernetes.io/tls` Secret that is made. */
  readonly secret: string;
  readonly namespace: Input<string>;
  /** DNS names that the certificate answers for, at least one. `*.suffix` is allowed. */
  readonly hosts: readonly [string, ...string[]];
  /** Hours that the certificate is valid. Default 2,160 (90 days). */
  readonly validityHours?: number;
  /** Hours that the authority between root and certificate is valid. Default 17,520 (2 years). */
  readonly signerValidityHours?: number;
}

/**
 * A server certificate for a gateway, from a serving authority of its own below the mesh's root: a stolen gateway
 * certificate or serving key proves nothing inside the mesh. For demos and internal gateways; where browsers come,
 * use a public authority and `certificate: { kind: "existing" }`.
 */
export class GatewayCertificate extends ComponentResource {
  readonly nodes: { readonly secret: Secret };

  constructor(name: string, args: GatewayCertificateArgs, options?: ComponentResourceOptions) {
    const { trust, ...plain } = args;
    super("heddle:index:GatewayCertificate", name, plain, options);
    const child = { parent: this };
    const organization = args.hosts[0];
    const signer = intermediateAuthority(
      `${name}-signer`,
      trust.nodes.root,
      {
        commonName: `${organization} serving signer`,
        organization,
        validityHours: args.signerValidityHours ?? 17_520,
      },
      child,
    );
    const server = serverCertificate(
      `${name}-server`,
      signer,
      {
        commonName: args.hosts[0],
        organization,
        validityHours: args.validityHours ?? 2_160,
        dnsNames: args.hosts,
      },
      child,
    );
    const secret = textSecret(
      `${name}-secret`,
      {
        name: args.secret,
        namespace: args.namespace,
        type: "kubernetes.io/tls",
        files: {
          "tls.crt": interpolate`${server.certificate}${signer.certificate}`,
          "tls.key": server.key,
        },
      },
      child,
    );
    this.nodes = { secret };
    this.registerOutputs({});
  }
}
