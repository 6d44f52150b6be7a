/** Whether a host, which may be a wildcard, is covered by another. */
export function isSubset(host: string, of: string): boolean {
  if (!of.startsWith("*")) return !host.startsWith("*") && host === of;
  if (host.startsWith("*") && host.length < of.length) return false;
  return host.startsWith("*") ? host.slice(1).endsWith(of.slice(1)) : host.endsWith(of.slice(1));
}

/** Whether two hosts have a name in common that one of them covers. */
export function hostsOverlap(a: string, b: string): boolean {
  if (a.startsWith("*") && b.startsWith("*")) return isSubset(a, b) || isSubset(b, a);
  return isSubset(a, b) || isSubset(b, a);
}
