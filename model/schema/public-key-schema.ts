import { createPublicKey } from "node:crypto";
import { z } from "zod";
import { anyText, flag, list, oneOf, strict } from "./field.ts";

const base64Error = "base64url text";
const base64 = anyText(base64Error).regex(/^[A-Za-z0-9_-]+$/, { error: base64Error });

const properties = {
  kid: anyText().optional(),
  use: oneOf(["sig"]).optional(),
  alg: anyText().optional(),
  key_ops: list(oneOf(["verify"]), "a list of operations").optional(),
  ext: flag().optional(),
  x5c: list(anyText(), "a list of certificates").optional(),
  x5u: anyText().optional(),
  x5t: anyText().optional(),
  "x5t#S256": anyText().optional(),
};

/** Not only the shape: a key that no proxy could read would refuse every token. */
const keyError = { error: "a public key whose numbers belong together" };

/**
 * One public key of RFC 7517. Private members are unknown keys here, which `privateKeyMember` reports without their
 * values.
 */
export const publicKeySchema = z.discriminatedUnion(
  "kty",
  [
    strict({ kty: z.literal("RSA"), ...properties, n: base64, e: base64 }).refine(
      ({ kty, n, e }) => isKey({ kty, n, e }),
      keyError,
    ),
    strict({
      kty: z.literal("EC"),
      ...properties,
      crv: oneOf(["P-256", "P-384", "P-521"]),
      x: base64,
      y: base64,
    }).refine(({ kty, crv, x, y }) => isKey({ kty, crv, x, y }), keyError),
    strict({
      kty: z.literal("OKP"),
      ...properties,
      crv: oneOf(["Ed25519"]),
      x: base64,
    }).refine(({ kty, crv, x }) => isKey({ kty, crv, x }), keyError),
  ],
  { error: "kty RSA, EC or OKP: a public key, never a shared secret (oct)" },
);

function isKey(key: Readonly<Record<string, string>>): boolean {
  try {
    createPublicKey({ key, format: "jwk" });
    return true;
  } catch {
    // Node says what it dislikes only in an error.
    return false;
  }
}
