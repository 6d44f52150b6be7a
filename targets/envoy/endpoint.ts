import { isIP } from "node:net";

/** An address of an upstream: an IP address or a DNS name, with a port. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

const label = "[a-zA-Z0-9]([-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?";
const host = new RegExp(`^${label}(\\.${label})*\\.?$`);

/** Reads `10.0.0.1:8080`, `[::1]:8080` or `cart.internal:8080`; `undefined` where the text is none of them. */
export function parseEndpoint(text: string): Endpoint | undefined {
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (!(port > 0 && port < 65_536)) return undefined;
  if (bracketed !== undefined) {
    return isIP(bracketed) === 6 ? { address: bracketed, port } : undefined;
  }
  if (plain === undefined || (isIP(plain) === 0 && !isName(plain))) return undefined;
  return { address: plain, port };
}

/** A name whose last label is a number would be an IP address with a mistake in it. */
function isName(text: string): boolean {
  return text.length <= 253 && host.test(text) && !/(^|\.)\d+\.?$/.test(text);
}
