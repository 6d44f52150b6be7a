/** The name that a program gives to a resource of Pulumi, unique among those of its type: the end of its URN. */
export function nameInUrn(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}
