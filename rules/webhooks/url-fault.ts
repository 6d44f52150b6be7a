/** What is wrong with the form of a URL, as Go reads one; undefined where it can be read. */
export function urlFault(url: string): string | undefined {
  if (hasControlCharacter(url)) return "it has a control character";
  const withScheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):(.*)$/s.exec(url);
  const rest = withScheme?.[2] ?? url;
  if (url.startsWith(":")) return "its scheme is missing";
  if (withScheme === null && (url.split("/")[0] ?? "").includes(":")) return "its scheme is wrong";
  if (!rest.startsWith("//")) return badEscape(rest);
  const authority = rest.slice(2).split(/[/?#]/)[0] ?? "";
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  const inBrackets = /^\[[^\]]*\](?::\d*)?$/.test(host);
  if (host.startsWith("[") && !inBrackets) return "its host is wrong";
  const port = inBrackets ? "" : (/:([^:]*)$/.exec(host)?.[1] ?? "");
  if (!/^\d*$/.test(port)) return "its port is not a number";
  if (!inBrackets && host.split(":").length > 2) return "its host has several ports";
  if (/[ \\^`{|}]|%(?!25)[0-7]/.test(host)) return "its host has a character that is not allowed";
  return badEscape(rest);
}

function badEscape(text: string): string | undefined {
  const path = text.split("?")[0] ?? "";
  return /%(?![0-9a-fA-F]{2})/.test(path) ? "it has a % that starts no escape" : undefined;
}

function hasControlCharacter(text: string): boolean {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).some(
    (code) => code < 0x20 || code === 0x7f,
  );
}
