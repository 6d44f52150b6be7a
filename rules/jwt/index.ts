import { forgedClaimHeader } from "./forged-claim-header.ts";
import { jwksInPlaintext } from "./jwks-in-plaintext.ts";
import { noAudience } from "./no-audience.ts";
import { repeatedIssuer } from "./repeated-issuer.ts";
import { jwtSelectorWithoutWorkload } from "./selector-without-workload.ts";
import { tokenNotRequired } from "./token-not-required.ts";
import { tokenSentOutside } from "./token-sent-outside.ts";
import type { Rule } from "../rule.ts";

/** The rules of `jwt/`. */
export const jwtRules: readonly Rule[] = [
  forgedClaimHeader,
  jwksInPlaintext,
  jwtSelectorWithoutWorkload,
  noAudience,
  repeatedIssuer,
  tokenNotRequired,
  tokenSentOutside,
];
