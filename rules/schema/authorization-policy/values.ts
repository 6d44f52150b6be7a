import { addressProblem, isAddress, subnetProblem } from "../values/ip.ts";

/** An address, or a range in CIDR notation. */
export function addressOrRangeProblem(text: string): string | undefined {
  if (isAddress(text)) return undefined;
  return text.includes("/") ? subnetProblem(text) : addressProblem(text);
}

/** A port as text. */
export function portTextProblem(text: string): string | undefined {
  return /^\d+$/.test(text) && Number(text) <= 65_535
    ? undefined
    : `${JSON.stringify(text)} is not a port`;
}

/** `account` or `namespace/account`, without a wildcard. */
export function serviceAccountProblem(text: string): string | undefined {
  if (text.includes("*")) return "a service account has no wildcard";
  if (!/^[^/]+(?:\/[^/]+)?$/.test(text)) {
    return `${JSON.stringify(text)} is not of the form account or namespace/account`;
  }
  return text.length > 320 ? "the service account has more than 320 characters" : undefined;
}

/** A wildcard stands at one end, or alone. */
export function wildcardProblem(text: string): string | undefined {
  return /^\*?[^*]*$|^[^*]*\*$/.test(text)
    ? undefined
    : `the wildcard in ${JSON.stringify(text)} must be at its start or its end`;
}

export function trustDomainProblem(text: string): string | undefined {
  const slash = text.includes("/");
  return slash ? `a trust domain has no \`/\`: ${JSON.stringify(text)}` : wildcardProblem(text);
}
