import type { LoginEndpoints } from "./login.ts";

// End users' tokens, after parsing: every default filled in. What an author writes is in `authentication-definition.ts`.

export interface Authentication {
  /** By name. */
  readonly providers: Readonly<Record<string, TokenProvider>>;
}

/** Who issues tokens, and how one is recognised. */
export interface TokenProvider {
  readonly name: string;
  /** The claim `iss`, exactly; no two providers have the same. */
  readonly issuer: string;
  readonly jwks: Jwks;
  /** A token is for one of these; none means for anybody. */
  readonly audiences: readonly string[];
  /** At least one. */
  readonly from: readonly TokenPlace[];
  /** Whether the request keeps its token. */
  readonly forward: boolean;
  /** In the order of the headers. */
  readonly claimsToHeaders: readonly ClaimHeader[];
  /** Where people log in; undefined: nowhere. */
  readonly login?: LoginEndpoints;
}

/** Public keys: where they are fetched, or the keys themselves. */
export type Jwks =
  | { readonly kind: "remote"; readonly uri: string }
  | { readonly kind: "inline"; readonly keys: readonly PublicKey[] };

/** A public key of RFC 7517, its members in the order of their names. */
export type PublicKey = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Names of headers are in lower case; a prefix may be empty. */
export type TokenPlace =
  | { readonly kind: "header"; readonly name: string; readonly prefix: string }
  | { readonly kind: "query" | "cookie"; readonly name: string };

export interface ClaimHeader {
  readonly header: string;
  readonly claim: string;
}

/** Whose tokens a door checks. */
export interface TokenRequirement {
  /** Any of these; at least one, sorted. */
  readonly providers: readonly string[];
  /** Whether requests without a token pass; those with a wrong one never do. */
  readonly optional: boolean;
}
