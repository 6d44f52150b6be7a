import type { DurationText } from "./duration.ts";
import type { SameSite } from "./vocabulary.ts";

// What an author writes about people who log in at a host of a gateway (OAuth 2.0, authorization code).

/** Where a provider lets people log in. HTTPS only: who changes what passes there can log in as anybody. */
export interface LoginEndpointsDefinition {
  /** Where browsers are sent to. */
  readonly authorization: string;
  /** Where the gateway gets tokens for a code. */
  readonly token: string;
  /**
   * Where browsers are sent to after they signed out, for logins with the scope `openid`. Default: they stay at the host.
   */
  readonly endSession?: string;
  /** Who signs the certificate of `token`. Default: the public authorities. */
  readonly tls?: {
    /** Secret with `ca.crt`, in the namespace of each gateway where people log in. */
    readonly secret: string;
  };
}

/** People log in before their requests to the host pass. Needs HTTPS. */
export interface LoginDefinition<Providers extends string = string> {
  /** Provider of tokens that says its `login`. */
  readonly provider: Providers;
  /** What the provider knows the host as. */
  readonly clientId: string;
  /** What the host proves that with. In a Secret of the gateway's namespace. */
  readonly clientSecret: SecretKeyDefinition;
  /**
   * What the cookies are signed and encrypted with: long and random, the same for all proxies of the gateway. In a Secret
   * of the gateway's namespace.
   */
  readonly cookieSecret: SecretKeyDefinition;
  /** Where the provider sends browsers back to; it has to know it. Default `/oauth2/callback`. */
  readonly callbackPath?: string;
  /** Whoever asks for it is logged out. Default `/oauth2/sign-out`. */
  readonly signOutPath?: string;
  /** What the tokens are for. Default `["openid"]`. */
  readonly scopes?: readonly string[];
  readonly cookies?: LoginCookiesDefinition;
  /** Paths that need no login. Plain text means exact; a prefix ends at a `/`. */
  readonly public?: readonly (string | { readonly prefix: string })[];
}

export interface LoginCookiesDefinition {
  /** With which requests of other sites they are sent. Default `lax`: only when somebody follows a link. */
  readonly sameSite?: SameSite;
  /** Hosts that get them: this and all below it. Default: only the host itself. */
  readonly domain?: string;
  /** How long a login lasts where the provider does not say. Default `"1h"`. */
  readonly lifetime?: DurationText;
}

/** A reference to a secret, never the secret itself. */
export interface SecretKeyDefinition {
  /** Name of the Secret. */
  readonly secret: string;
  readonly key: string;
}
