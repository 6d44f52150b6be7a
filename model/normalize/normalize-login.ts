import type { Login } from "../login.ts";
import type { LoginInput } from "../schema/login-schema.ts";

/** Where the provider says nothing: short, because nobody is asked again before it ends. */
const usualLifetime = 3_600_000;

/** Fills in the defaults of one login. */
export function normalizeLogin(input: LoginInput): Login {
  const { provider, clientId, clientSecret, cookieSecret, scopes = ["openid"] } = input;
  const { sameSite = "lax", domain, lifetime = usualLifetime } = input.cookies ?? {};
  return {
    provider,
    clientId,
    clientSecret,
    cookieSecret,
    callbackPath: input.callbackPath ?? "/oauth2/callback",
    signOutPath: input.signOutPath ?? "/oauth2/sign-out",
    scopes: [...new Set(scopes)].sort(),
    cookies: { sameSite, lifetime, ...(domain === undefined ? {} : { domain }) },
    public: (input.public ?? []).map((each) =>
      typeof each === "string"
        ? { kind: "exact", value: each }
        : { kind: "prefix", value: each.prefix },
    ),
  };
}
