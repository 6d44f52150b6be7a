import type { Diagnostic, Path } from "../diagnostics/index.ts";

/** Members of a key that only its owner may know: RFC 7518, sections 6.2.2, 6.3.2 and 6.4. */
const privateMembers: ReadonlySet<string> = new Set(["d", "p", "q", "dp", "dq", "qi", "oth", "k"]);

/** The finding about a private member of a key; the value is never shown. `undefined` where the key is none. */
export function privateKeyMember(key: string, path: Path): Diagnostic | undefined {
  if (!path.includes("jwks") || !privateMembers.has(key)) return undefined;
  return {
    code: "HED1040",
    severity: "error",
    path: [...path, key],
    message: `got the private member "${key}" of a key (not shown); allowed: public keys only`,
    fix: `remove "${key}" and take the public half of the key; who has read this file can sign tokens, so make a new key at the issuer`,
  };
}
