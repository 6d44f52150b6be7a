/** Codes of end users' tokens. */
export const authenticationCodes = {
  HED1040: "a private key among public ones",
  HED2046: "reference to an unknown provider of tokens",
  HED2047: "claims of a token that nobody checks",
  HED2048: "a token that a gateway takes away is needed behind it",
  HED2049: "several providers of one issuer",
  HED2082: "a host where nobody can log in",
  HED2083: "a provider at which nobody can log in",
  HED2084: "paths of a login that get in each other's way",
  // HED3031 was: tokens at a gateway of Istio with connections. They go together now.
  HED3032: "secrets of logins that are not what the gateway asks for",
} as const;
