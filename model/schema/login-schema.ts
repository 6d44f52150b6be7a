import { z } from "zod";
import { sameSites } from "../vocabulary.ts";
import { anyText, duration, isNotEmpty, list, oneOf, strict, text } from "./field.ts";
import { textFormats } from "./text-format.ts";

const address = text(textFormats.httpsAddress);
const path = text(textFormats.plainPath);
const secretKey = strict({ secret: text(textFormats.secret), key: text(textFormats.secretKey) });

/** Where a provider lets people log in. */
export const loginEndpointsSchema = strict({
  authorization: address,
  token: address,
  endSession: address.optional(),
  tls: strict({ secret: text(textFormats.secret) }).optional(),
});

/** People log in at a host of a gateway. */
export const loginSchema = strict({
  provider: text(textFormats.name),
  clientId: anyText(),
  clientSecret: secretKey,
  cookieSecret: secretKey,
  callbackPath: path.optional(),
  signOutPath: path.optional(),
  scopes: list(text(textFormats.scope), "a list of scopes")
    .min(1, { error: "at least one; leave it out for the default" })
    .optional(),
  cookies: strict({
    sameSite: oneOf(sameSites).optional(),
    domain: text(textFormats.host).optional(),
    lifetime: duration().optional(),
  })
    .refine(isNotEmpty, { error: "at least one of sameSite, domain, lifetime" })
    .optional(),
  public: list(
    z.union([path, strict({ prefix: path })], { error: 'a path (exact) or {"prefix": path}' }),
    "a list of paths",
  ).optional(),
});

export type LoginEndpointsInput = z.output<typeof loginEndpointsSchema>;
export type LoginInput = z.output<typeof loginSchema>;
