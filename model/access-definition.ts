import type { AccessDefault, Method, ProtectiveAction } from "./vocabulary.ts";

// What an author writes about who may call what.

export interface AccessDefinition<
  Names extends string = string,
  Providers extends string = string,
  Authorisers extends string = string,
> {
  /**
   * Who may call a service that says nothing of its own. `declared-calls`: the services that declare a call to it, the
   * gateways that lead to it, and nobody else. `open`: everybody. Default: `declared-calls` for services that accept
   * mutual TLS alone, least privilege being the safe start; `open` for those that also take plaintext, whose callers
   * cannot be told apart.
   */
  readonly default?: AccessDefault;
  /** By name. */
  readonly rules?: Readonly<Record<string, AccessRuleDefinition<Names, Providers, Authorisers>>>;
}

/**
 * An explicit rule. External authorisers are asked first, then deny, then allow. An `allow` adds to the declared calls;
 * at a gateway, or at a service that is `open`, it closes the door for everybody else.
 */
export interface AccessRuleDefinition<
  Names extends string = string,
  Providers extends string = string,
  Authorisers extends string = string,
> {
  readonly action: ProtectiveAction;
  /** The authoriser among the mesh's `providers`; exactly where the action is `custom`. */
  readonly provider?: Authorisers;
  /** Services that it protects. */
  readonly services?: readonly Names[];
  /** Gateways that it protects. */
  readonly gateways?: readonly string[];
  /** Any of these. Default: everybody. */
  readonly from?: readonly AccessSourceDefinition<Names>[];
  /** Any of these. Default: every operation. */
  readonly to?: readonly AccessOperationDefinition[];
  /** All of these. */
  readonly when?: AccessConditionDefinition<Providers>;
}

/** Claims are those of one provider's tokens, which every door of the rule checks. */
export type AccessConditionDefinition<Providers extends string = string> =
  HeaderConditionDefinition | TokenConditionDefinition<Providers>;

export interface HeaderConditionDefinition {
  /** By name; any of the values. */
  readonly headers?: Readonly<Record<string, readonly TextMatchDefinition[]>>;
}

export interface TokenConditionDefinition<
  Providers extends string = string,
> extends HeaderConditionDefinition {
  /** Provider whose token it is. */
  readonly token: Providers;
  /** By name; any of the values. A claim that is a list fits by any of its items. Default: any valid token. */
  readonly claims?: Readonly<Record<string, readonly TextMatchDefinition[]>>;
}

/** All of what is said here. In each list any. */
export interface AccessSourceDefinition<
  Names extends string = string,
> extends SourceFieldsDefinition<Names> {
  /** None of what is said here. */
  readonly not?: SourceFieldsDefinition<Names>;
}

export interface SourceFieldsDefinition<Names extends string = string> {
  /** By their identities. */
  readonly services?: readonly Names[];
  readonly namespaces?: readonly string[];
  /** SPIFFE identities in full, for example of another mesh; a `*` at the end stands for any text. */
  readonly principals?: readonly string[];
  /** Addresses or CIDR blocks that the connection comes from. */
  readonly ipBlocks?: readonly string[];
  /**
   * The same of the client, also behind proxies that the gateway trusts. At a service it is what `X-Forwarded-For` says,
   * which callers inside the mesh can write: it narrows down who calls through a gateway, and opens no door alone
   * (HED3022).
   */
  readonly remoteIpBlocks?: readonly string[];
}

/** What a call does. All of what is said here; in each list any. */
export interface OperationDefinition {
  readonly methods?: readonly Method[];
  /** As the callee sees them. Plain text means exact. */
  readonly paths?: readonly TextMatchDefinition[];
  /** `package.Service/Method`, or `package.Service/*`; instead of methods and paths. */
  readonly grpc?: readonly string[];
}

export interface AccessOperationDefinition extends OperationDefinition {
  /** Exact, or `*.suffix`. */
  readonly hosts?: readonly string[];
  /** Ports of the service, or of the gateway. */
  readonly ports?: readonly number[];
}

/** Plain text means exact. */
export type TextMatchDefinition = string | { readonly exact: string } | { readonly prefix: string };
