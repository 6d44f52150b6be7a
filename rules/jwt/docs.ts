import { forgedClaimHeaderDoc } from "./forged-claim-header.doc.ts";
import { jwksInPlaintextDoc } from "./jwks-in-plaintext.doc.ts";
import { noAudienceDoc } from "./no-audience.doc.ts";
import { repeatedIssuerDoc } from "./repeated-issuer.doc.ts";
import { jwtSelectorWithoutWorkloadDoc } from "./selector-without-workload.doc.ts";
import { tokenNotRequiredDoc } from "./token-not-required.doc.ts";
import { tokenSentOutsideDoc } from "./token-sent-outside.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `jwt/`, by id. */
export const jwtDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["jwt/forged-claim-header", forgedClaimHeaderDoc],
  ["jwt/jwks-in-plaintext", jwksInPlaintextDoc],
  ["jwt/no-audience", noAudienceDoc],
  ["jwt/repeated-issuer", repeatedIssuerDoc],
  ["jwt/selector-without-workload", jwtSelectorWithoutWorkloadDoc],
  ["jwt/token-not-required", tokenNotRequiredDoc],
  ["jwt/token-sent-outside", tokenSentOutsideDoc],
];
