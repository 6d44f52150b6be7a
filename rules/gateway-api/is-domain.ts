const pattern = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

/** Whether a text is a DNS name in lower case, as Kubernetes wants it of groups and controllers. */
export function isDomain(text: string): boolean {
  return pattern.test(text);
}
