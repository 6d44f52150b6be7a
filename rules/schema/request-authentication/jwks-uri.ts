/** Where keys are fetched from: over HTTP. */
export function jwksUriProblem(uri: string): string | undefined {
  const [, scheme = "", rest = ""] = /^([a-zA-Z][a-zA-Z0-9+.-]*):(.*)$/s.exec(uri) ?? [];
  if (!/^https?$/i.test(scheme)) {
    return `the scheme of ${JSON.stringify(uri)} is not http or https`;
  }
  const authority = /^\/\/([^/?#]*)/.exec(rest)?.[1] ?? "";
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  const sound =
    /^(?:\[[0-9a-fA-F:.%]+\]|[^\s:[\]<>"\\^`{|}]*)(?::\d*)?$/.test(host) &&
    !/[\s\p{Cc}]/u.test(uri) &&
    // "%" begins two hexadecimal digits; only in the query nobody looks.
    !/%(?![0-9a-fA-F]{2})/.test(rest.replace(/\?[^#]*/, ""));
  return sound ? undefined : `${JSON.stringify(uri)} is not the address of a document`;
}
