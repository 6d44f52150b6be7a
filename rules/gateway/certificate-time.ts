import type { X509Certificate } from "node:crypto";
import { cryptography } from "./cryptography.ts";

/** Days before its end that a certificate which nobody renews is reported. */
const leadDays = 30;
const day = 24 * 60 * 60 * 1000;

/** `expired on …` or `expires on …` where a certificate ends within the lead time after `now` (ms); else undefined. */
export function endingOf({ validTo }: X509Certificate, now: number): string | undefined {
  const end = new Date(validTo);
  if (end.getTime() > now + leadDays * day) return undefined;
  const verb = end.getTime() < now ? "expired" : "expires";
  return `${verb} on ${end.toISOString().slice(0, 10)}`;
}

/** Every certificate in a text of PEM that can be read. */
export function certificatesOf(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.flatMap((block) => {
    try {
      return [new (cryptography().X509Certificate)(block)];
    } catch {
      return [];
    }
  });
}
