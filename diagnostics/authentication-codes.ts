/** Codes of end users' tokens. */
export const authenticationCodes = {
  HED1040: "a private key among public ones",
  HED2046: "reference to an unknown provider of tokens",
  HED2047: "claims of a token that nobody checks",
  HED2048: "a token that a gateway takes away is needed behind it",
  HED2049: "several providers of one issuer",
  HED3031: "tokens at a gateway of Istio with connections",
} as const;
