import { z } from "zod";
import { anyText, flag, list, map, strict, text } from "./field.ts";
import { loginEndpointsSchema } from "./login-schema.ts";
import { publicKeySchema } from "./public-key-schema.ts";
import { textFormats } from "./text-format.ts";

const some = { error: "at least one; leave it out for the default" };

const place = z.union(
  [
    strict({
      header: text(textFormats.headerName),
      prefix: text(textFormats.tokenPrefix).optional(),
    }),
    strict({ query: text(textFormats.queryName) }),
    strict({ cookie: text(textFormats.cookieName) }),
  ],
  { error: '{"header": name, "prefix": text}, {"query": name} or {"cookie": name}' },
);

const jwks = z.union(
  [
    strict({ uri: text(textFormats.jwksUri) }),
    strict({
      keys: list(publicKeySchema, "a list of public keys").min(1, { error: "at least one key" }),
    }),
  ],
  { error: '{"uri": an https address} or {"keys": list of public keys}' },
);

const provider = strict({
  issuer: text(textFormats.issuer),
  jwks,
  audiences: list(anyText(), "a list of audiences").min(1, some).optional(),
  from: list(place, "a list of places").min(1, some).optional(),
  forward: flag().optional(),
  claimsToHeaders: map(textFormats.claimHeader, text(textFormats.plainClaim)).optional(),
  login: loginEndpointsSchema.optional(),
});

/** End users, as their author describes them. */
export const authenticationSchema = strict({
  providers: map(textFormats.name, provider).optional(),
});

const name = text(textFormats.name);
const names = list(name, "a list of providers").min(1, { error: "at least one provider" });
const oneOrMore = z.union([name, names], { error: "a provider, or a list of them" });

/** Whose tokens a door needs. */
export const tokenRequirementSchema = z.union([name, names, strict({ optional: oneOrMore })], {
  error: 'a provider, a list of them, or {"optional": provider}',
});

export type AuthenticationInput = z.output<typeof authenticationSchema>;
export type TokenProviderInput = z.output<typeof provider>;
export type TokenPlaceInput = z.output<typeof place>;
export type TokenRequirementInput = z.output<typeof tokenRequirementSchema>;
