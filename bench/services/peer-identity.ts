/**
 * The identity of the direct peer from Envoy's `x-forwarded-client-cert`: elements are separated by commas, the pairs
 * of one by semicolons, values may be quoted. Each hop appends, so the last element is the direct peer.
 */
export function peerIdentity(header: string | undefined): string | undefined {
  const element = splitOutsideQuotes(header ?? "", ",").at(-1) ?? "";
  for (const pair of splitOutsideQuotes(element, ";")) {
    const [key, value] = splitPair(pair);
    if (key === "uri" && value !== "") return value;
  }
  return undefined;
}

function splitPair(pair: string): [key: string, value: string] {
  const at = pair.indexOf("=");
  if (at < 0) return [pair.trim().toLowerCase(), ""];
  const value = pair.slice(at + 1).trim();
  const bare = /^"(.*)"$/s.exec(value)?.[1]?.replaceAll(/\\(.)/gs, "$1") ?? value;
  return [pair.slice(0, at).trim().toLowerCase(), bare];
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = [];
  let part = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "\\" && quoted) part += char + text.charAt((at += 1));
    else if (char === separator && !quoted) {
      parts.push(part);
      part = "";
    } else {
      if (char === '"') quoted = !quoted;
      part += char;
    }
  }
  return [...parts, part];
}
