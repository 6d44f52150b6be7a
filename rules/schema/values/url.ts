const digits = /^(?::[0-9]*)?$/;
const loneEscape = /%(?![0-9a-fA-F]{2})/;
/** Bytes of a host: what Go escapes nowhere; an escape stands for a byte beyond ASCII. */
const host = /^(?:[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"]|[^\p{ASCII}]|%[89a-fA-F][0-9a-fA-F])*$/u;
const user = /^(?:[A-Za-z0-9\-._:~!$&'()*+,;=%@])*$/;

/**
 * The scheme of a URL as Istio reads it, by Go's library: lower-case, empty for an image of a registry. Undefined where
 * it is no URL, with `http://` before it neither.
 */
export function urlScheme(url: string): string | undefined {
  return schemeOf(url) ?? schemeOf(`http://${url}`);
}

function schemeOf(url: string): string | undefined {
  if (/\p{Cc}/u.test(url) || url.startsWith(":")) return undefined;
  if (url === "*") return "";
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(url)?.[1];
  const [rest = ""] = url.slice(scheme === undefined ? 0 : scheme.length + 1).split("?", 1);
  if (!rest.startsWith("/")) return scheme?.toLowerCase();
  const hasHost = rest.startsWith("//") && (scheme !== undefined || !rest.startsWith("///"));
  const slash = hasHost ? rest.indexOf("/", 2) : 0;
  const [authority, path] =
    slash < 0 ? [rest.slice(2), ""] : [rest.slice(2, Math.max(slash, 2)), rest.slice(slash)];
  if (loneEscape.test(path) || (hasHost && !isAuthority(authority))) return undefined;
  return (scheme ?? "").toLowerCase();
}

function isAuthority(authority: string): boolean {
  const sign = authority.lastIndexOf("@");
  const account = authority.slice(0, Math.max(sign, 0));
  if (!user.test(account) || loneEscape.test(account)) return false;
  const place = authority.slice(sign + 1);
  if (place.startsWith("[")) {
    const end = place.lastIndexOf("]");
    return end > 0 && digits.test(place.slice(end + 1)) && host.test(place);
  }
  const colon = place.indexOf(":");
  return (colon < 0 || digits.test(place.slice(colon))) && host.test(place);
}
