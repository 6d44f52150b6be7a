import type { Path } from "../diagnostics/index.ts";
import type {
  HeaderCondition,
  Operation,
  ProtectiveAction,
  SourceFields,
  TokenCondition,
} from "../model/index.ts";

/**
 * What one door checks: the workloads of a service or of a gateway. Every proxy asks external authorisers first
 * (`custom`), then `deny`, then `allow`; where a door has an `allow`, what none of them fits is refused.
 */
export interface AccessPolicy {
  /** Name of the object that it becomes. */
  readonly name: string;
  readonly namespace: string;
  readonly door: { readonly kind: "service" | "gateway"; readonly name: string };
  readonly action: ProtectiveAction;
  readonly provider?: string;
  /** Any of these fits; none lets nobody in. */
  readonly rules: readonly AccessPolicyRule[];
  /** Place in the author's data. */
  readonly path: Path;
}

/** From and to and when must all fit; each without entries fits always. */
export interface AccessPolicyRule {
  readonly from: readonly PolicySource[];
  readonly to: readonly PolicyOperation[];
  readonly when: readonly PolicyCondition[];
  /** Only in TLS connections that ask for one of these names (SNI). */
  readonly serverNames?: readonly string[];
  /** Not for TLS connections that ask for one of these names: what is in them the door does not see. */
  readonly notServerNames?: readonly string[];
}

/** A source whose services are resolved to identities, without `spiffe://`. Ports of operations are the workload's. */
export interface PolicySource extends PolicySourceFields {
  readonly not?: PolicySourceFields;
}

export interface PolicySourceFields extends Omit<SourceFields, "services"> {
  /** Issuers of the token that the request has. */
  readonly issuers?: readonly string[];
}

export interface PolicyOperation extends Operation {
  /** None of these. */
  readonly notHosts?: readonly string[];
  readonly notPorts?: readonly number[];
}

/** A token is one of its provider's issuer. */
export type PolicyCondition = HeaderCondition | (TokenCondition & { readonly issuer: string });
