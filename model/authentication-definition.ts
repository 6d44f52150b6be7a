import type { LoginEndpointsDefinition } from "./login-definition.ts";
import type { PublicKeyDefinition } from "./public-key-definition.ts";

// What an author writes about end users: who issues their tokens, and where one is needed.

export interface AuthenticationDefinition<Providers extends string = string> {
  /** By name. Services and hosts of gateways require their tokens. */
  readonly providers?: Readonly<Record<Providers, TokenProviderDefinition>>;
}

/** Who issues tokens (JWT), and how one is recognised. */
export interface TokenProviderDefinition {
  /** The claim `iss`, exactly. Another provider cannot have the same. */
  readonly issuer: string;
  /** Public keys that the tokens are signed with: fetched from an address, or written here. */
  readonly jwks: JwksDefinition;
  /** A token is for one of these (claim `aud`). Default: a token for anybody passes, which a rule reports. */
  readonly audiences?: readonly string[];
  /** Where the token is, any of these places. Default: the header `authorization` after `Bearer `. */
  readonly from?: readonly TokenPlaceDefinition[];
  /** Whether the request keeps its token on the way to the service. Default false: it is taken away. */
  readonly forward?: boolean;
  /** Claims that the service reads as headers, by the header's name. What a client sent under that name is dropped. */
  readonly claimsToHeaders?: Readonly<Record<string, string>>;
  /** Where people log in; hosts of gateways ask for it. Default: nobody logs in there. */
  readonly login?: LoginEndpointsDefinition;
}

/** An address is HTTPS only: who can change keys on their way can issue tokens. */
export type JwksDefinition =
  { readonly uri: string } | { readonly keys: readonly PublicKeyDefinition[] };

/** A header may have a prefix before the token: by default `Bearer ` in `authorization`, and nothing elsewhere. */
export type TokenPlaceDefinition =
  | { readonly header: string; readonly prefix?: string }
  | { readonly query: string }
  | { readonly cookie: string };

/**
 * The token of one provider, or of any of several: requests without a valid one are refused. `optional` lets in who has
 * none, and still refuses who has a wrong one.
 */
export type TokenRequirementDefinition<Provider extends string = string> =
  Provider | readonly Provider[] | { readonly optional: Provider | readonly Provider[] };
