import type { Method, ProtectiveAction } from "./vocabulary.ts";

// Who may call what, after parsing: every default filled in. What an author writes is in `access-definition.ts`.

export interface Access {
  /** In the order of their names. The order means nothing: external authorisers are asked first, then deny, then allow. */
  readonly rules: readonly AccessRule[];
}

/** An explicit rule beside what is generated from calls. It holds where every part of it fits. */
export interface AccessRule {
  readonly name: string;
  readonly action: ProtectiveAction;
  /** Name of the external authoriser; exactly where the action is `custom`. */
  readonly provider?: string;
  /** Services that it protects. */
  readonly services: readonly string[];
  /** Gateways that it protects. */
  readonly gateways: readonly string[];
  /** Any of these; none means everybody. */
  readonly from: readonly AccessSource[];
  /** Any of these; none means every operation. */
  readonly to: readonly Operation[];
  /** All of these. */
  readonly when: readonly AccessCondition[];
}

/** All of what is said here fits. */
export interface AccessSource extends SourceFields {
  /** None of what is said here fits. */
  readonly not?: SourceFields;
}

/** In each list any fits; an empty list says nothing. */
export interface SourceFields {
  readonly services: readonly string[];
  readonly namespaces: readonly string[];
  /** SPIFFE identities in full; a `*` at the end stands for any text. */
  readonly principals: readonly string[];
  /** CIDR blocks of the address that the connection comes from. */
  readonly ipBlocks: readonly string[];
  /** CIDR blocks of the client's address, also behind trusted proxies. */
  readonly remoteIpBlocks: readonly string[];
}

/** In each list any fits; an empty list says nothing. */
export interface Operation {
  readonly hosts: readonly string[];
  /** Ports of the service or of the gateway. */
  readonly ports: readonly number[];
  readonly methods: readonly Method[];
  readonly paths: readonly TextMatch[];
}

export type AccessCondition = HeaderCondition | TokenCondition;

/** A header of the request has one of these values. */
export interface HeaderCondition {
  readonly kind: "header";
  readonly name: string;
  readonly values: readonly TextMatch[];
}

/** The request has a valid token of a provider, with all of these claims. */
export interface TokenCondition {
  readonly kind: "token";
  readonly provider: string;
  readonly claims: readonly Claim[];
}

/** A claim has one of these values, or is a list with one of them. */
export interface Claim {
  readonly name: string;
  readonly values: readonly TextMatch[];
}

export interface TextMatch {
  readonly kind: "exact" | "prefix";
  readonly value: string;
}
