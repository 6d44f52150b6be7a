const label = "[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?";
const labelPattern = new RegExp(`^${label}$`);
const wildcardPattern = new RegExp(`^(?:\\*|(?:\\*|\\*-)?${label})$`);
const longestLabel = 63;
const longestName = 255;

/** Whether a text is one label of a DNS name (RFC 1123). */
export function isDnsLabel(text: string): boolean {
  return text.length <= longestLabel && labelPattern.test(text);
}

/** A name must be one label of DNS. */
export function dnsLabelProblem(text: string, what: string): string | undefined {
  if (isDnsLabel(text)) return undefined;
  return `the ${what} ${JSON.stringify(text)} must be 1 to 63 letters, digits or \`-\`, with a letter or digit at both ends`;
}

/** A whole domain name without a wildcard. */
export function fqdnProblem(name: string): string | undefined {
  return lengthProblem(name) ?? labelsProblem(name, name);
}

/** A domain name whose first label may be, or begin with, `*`. */
export function wildcardDomainProblem(name: string): string | undefined {
  const tooLong = lengthProblem(name);
  if (tooLong !== undefined) return tooLong;
  const dot = name.indexOf(".");
  const first = dot < 0 ? name : name.slice(0, dot);
  if (first.length > longestLabel || !wildcardPattern.test(first)) {
    return `the domain name ${JSON.stringify(name)} is not valid: its label ${JSON.stringify(first)} is not`;
  }
  return dot < 0 ? undefined : labelsProblem(name.slice(dot + 1), name);
}

/** `*.example.com` is a wildcard; `*ple.com` is not allowed. */
export function partialWildcardProblem(name: string): string | undefined {
  if (!name.includes("*") || name.length === 1 || name.startsWith("*.")) return undefined;
  return `the wildcard in ${JSON.stringify(name)} must stand for a whole first label: \`*.\``;
}

function lengthProblem(name: string): string | undefined {
  if (name === "") return "the domain name is empty";
  if (name.length <= longestName) return undefined;
  return `the domain name has ${String(name.length)} characters; at most ${String(longestName)} are allowed`;
}

function labelsProblem(part: string, name: string): string | undefined {
  const labels = part.split(".");
  const last = labels.at(-1) ?? "";
  if (/^[-+]?\d+$/.test(last)) {
    return `the domain name ${JSON.stringify(name)} is not valid: its last label is a number`;
  }
  // The name may end in a dot: `example.com.`
  const wrong = labels.find(
    (each, index) => !(index === labels.length - 1 && each === "") && !isDnsLabel(each),
  );
  return wrong === undefined
    ? undefined
    : `the domain name ${JSON.stringify(name)} is not valid: its label ${JSON.stringify(wrong)} is not`;
}
