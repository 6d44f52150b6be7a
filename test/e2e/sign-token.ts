import { generateKeyPairSync, sign } from "node:crypto";
import type { EcKeyDefinition } from "../../model/index.ts";

/** Somebody who issues tokens. The private half of its key never leaves this process. */
export interface TokenIssuer {
  readonly publicKey: EcKeyDefinition;
  /** A token (ES256) with these claims, good for ten minutes, as a header `authorization`. */
  bearer(claims: Readonly<Record<string, unknown>>): { readonly authorization: string };
}

/** A new issuer with a key of its own. */
export function createTokenIssuer(kid: string): TokenIssuer {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  return {
    publicKey: { kty: "EC", crv: "P-256", alg: "ES256", use: "sig", kid, x, y },
    bearer(claims) {
      const now = Math.floor(Date.now() / 1000);
      const head = encode({ alg: "ES256", typ: "JWT", kid });
      const body = `${head}.${encode({ iat: now, exp: now + 600, ...claims })}`;
      const signature = sign("sha256", Buffer.from(body), {
        key: privateKey,
        dsaEncoding: "ieee-p1363",
      });
      return { authorization: `Bearer ${body}.${signature.toString("base64url")}` };
    },
  };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
