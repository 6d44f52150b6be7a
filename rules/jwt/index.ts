import { jwksInPlaintext } from "./jwks-in-plaintext.ts";
import { jwtSelectorWithoutWorkload } from "./selector-without-workload.ts";
import { tokenNotRequired } from "./token-not-required.ts";
import { noAudience } from "./no-audience.ts";
import { repeatedIssuer } from "./repeated-issuer.ts";
import { tokenSentOutside } from "./token-sent-outside.ts";
import type { Rule } from "../rule.ts";

/** The rules of `jwt/`. */
export const jwtRules: readonly Rule[] = [
  jwksInPlaintext,
  jwtSelectorWithoutWorkload,
  tokenNotRequired,
  noAudience,
  repeatedIssuer,
  tokenSentOutside,
];
