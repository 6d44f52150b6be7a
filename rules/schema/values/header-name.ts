const token = /^[!#$%&'*+\-.^_`|~A-Za-z0-9]+$/;
const pseudo = new Set([":method", ":scheme", ":authority", ":path", ":status"]);

/** Whether a header of a match is a claim of the JWT: `@request.auth.claims.sub`, `@request.auth.claims[sub]`. */
export function isClaim(name: string): boolean {
  return /^@request\.auth\.claims(?:\.[\s\S]+|\[[\s\S]+\])$/i.test(name);
}

/** The header `Host` of the request, by either of its names. */
export function isAuthority(name: string): boolean {
  return /^(?::authority|host)$/i.test(name);
}

/** A header that requests are matched by. */
export function matchHeaderProblem(name: string): string | undefined {
  return isClaim(name) || pseudo.has(name) ? undefined : headerProblem(name);
}

/** A header that a browser may be told of; `*` stands for all. */
export function headerProblem(name: string): string | undefined {
  if (name === "") return "the name of the header is empty";
  return token.test(name) ? undefined : `${JSON.stringify(name)} is not the name of a header`;
}

/** A header that is set on requests: the authority may be, other pseudo headers may not. */
export function requestHeaderProblem(name: string): string | undefined {
  if (name === "") return "the name of the header is empty";
  return name.startsWith(":") && !isAuthority(name)
    ? `the header ${JSON.stringify(name)} cannot be set`
    : undefined;
}

/** A header that is removed, or changed in responses. */
export function otherHeaderProblem(name: string): string | undefined {
  if (name === "") return "the name of the header is empty";
  return name.startsWith(":") || isAuthority(name)
    ? `the header ${JSON.stringify(name)} cannot be changed here`
    : undefined;
}
