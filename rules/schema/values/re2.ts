const longest = 1024;
const posix =
  /\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/g;

/** A regular expression of the data plane is one of RE2: no look-around, no references back, at most 1024 characters. */
export function regexProblem(regex: string): string | undefined {
  if (Buffer.byteLength(regex) > longest) {
    return `the regular expression has more than ${String(longest)} characters`;
  }
  const foreign = foreignSyntax(regex);
  if (foreign !== undefined)
    return `the regular expression has ${foreign}, which RE2 does not know`;
  try {
    new RegExp(toEcma(regex));
    return undefined;
  } catch {
    return `the regular expression ${JSON.stringify(regex)} does not follow the syntax of RE2`;
  }
}

/** What JavaScript would accept and RE2 does not. */
function foreignSyntax(regex: string): string | undefined {
  const plain = regex.replace(/\\Q.*?(?:\\E|$)/gs, "");
  const escaped = plain.replace(/\\\\/g, "");
  if (/\(\?<?[=!]/.test(escaped)) return "a look-ahead or look-behind";
  if (/\\[1-9](?![0-7])|\\k</.test(escaped)) return "a reference back";
  const [letter] = /\\[ceghijklmoquyCFGHIJKLMNORTUVXYZ]/.exec(escaped) ?? [];
  if (letter !== undefined) return `the escape ${letter}`;
  if (/\\$/.test(escaped)) return "a backslash at the end";
  const counts = [...escaped.matchAll(/\{(\d+)(?:,(\d*))?\}/g)];
  if (counts.some(([, least, most]) => Number(least) > 1000 || Number(most) > 1000)) {
    return "a count above 1000";
  }
  return undefined;
}

/** The same expression for `RegExp`, as far as validity goes. */
function toEcma(regex: string): string {
  return regex
    .replace(/\\Q(.*?)(?:\\E|$)/gs, "x")
    .replace(posix, "a")
    .replace(/\\[pP](?:\{\^?\w+\}|\w)/g, "\\w")
    .replace(/\\x\{[0-9a-fA-F]+\}/g, "x")
    .replace(/\\[Az]/g, "")
    .replace(/\(\?P<(\w+)>/g, "(?<$1>")
    .replace(/\(\?[imsU]*(?:-[imsU]+)?\)/g, "(?:)")
    .replace(/\(\?[imsU]+(?:-[imsU]+)?:|\(\?-[imsU]+:/g, "(?:");
}
