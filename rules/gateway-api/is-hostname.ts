const pattern = /^(?:\*\.)?[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

/** Whether a text is a DNS name, or one after `*.`, as the definitions of the Gateway API have it. */
export function isHostname(text: string): boolean {
  return text.length <= 253 && pattern.test(text);
}
