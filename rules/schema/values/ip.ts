import { isIP } from "node:net";

/** What every address has, and hardly any name: `isIP` takes its time to say no. */
const mayBeAddress = /^[\d.]*$|:/;

/** Whether a text is an IP address (also with a zone). */
export function isAddress(text: string): boolean {
  return mayBeAddress.test(text) && isIP(text) !== 0 && !/^\d*%/.test(text);
}

export function addressProblem(text: string): string | undefined {
  return isAddress(text) ? undefined : `${JSON.stringify(text)} is not an IP address`;
}

/** An address or a range in CIDR notation. */
export function subnetProblem(text: string): string | undefined {
  const slash = text.indexOf("/");
  if (slash < 0) return addressProblem(text);
  const address = text.slice(0, slash);
  const bits = text.slice(slash + 1);
  const family = address.includes("%") ? 0 : isIP(address);
  const most = family === 4 ? 32 : 128;
  return family !== 0 && /^(?:0|[1-9]\d{0,2})$/.test(bits) && Number(bits) <= most
    ? undefined
    : `${JSON.stringify(text)} is not a range in CIDR notation`;
}
