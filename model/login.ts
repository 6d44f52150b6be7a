import type { Milliseconds } from "./duration.ts";
import type { SameSite } from "./vocabulary.ts";

// People who log in, after parsing: every default filled in. What an author writes is in `login-definition.ts`.

/** Where a provider lets people log in, all HTTPS. */
export interface LoginEndpoints {
  readonly authorization: string;
  readonly token: string;
  /** Undefined: whoever signs out stays at the host. */
  readonly endSession?: string;
  /** The authorities of `token`; undefined: the public ones. */
  readonly tls?: { readonly secret: string };
}

export interface Login {
  /** Name of a provider with `login`. */
  readonly provider: string;
  readonly clientId: string;
  readonly clientSecret: SecretKey;
  readonly cookieSecret: SecretKey;
  readonly callbackPath: string;
  readonly signOutPath: string;
  /** Sorted. */
  readonly scopes: readonly string[];
  readonly cookies: {
    readonly sameSite: SameSite;
    /** Undefined: the host alone. */
    readonly domain?: string;
    readonly lifetime: Milliseconds;
  };
  /** Paths that need no login; a prefix ends at a `/`. */
  readonly public: readonly PublicPath[];
}

export interface PublicPath {
  readonly kind: "exact" | "prefix";
  readonly value: string;
}

/** Where a secret is. */
export interface SecretKey {
  readonly secret: string;
  readonly key: string;
}
