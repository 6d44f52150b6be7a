import { isDomain } from "./is-domain.ts";

/** Whether a text is a DNS name, or one after `*.`, as the definitions of the Gateway API have it. */
export function isHostname(text: string): boolean {
  return text.length <= 253 && isDomain(text.replace(/^\*\./, ""));
}
