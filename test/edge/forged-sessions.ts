/**
 * The cookies of a login at a proxy of Envoy's, each time with one that signs somebody in replaced
 * by another value: its first character is another one, or its end is far in the future.
 */
export function forgedSessions(
  cookies: ReadonlyMap<string, string>,
): readonly { readonly name: string; readonly cookies: ReadonlyMap<string, string> }[] {
  return [...cookies]
    .filter(([name]) => /hmac|expires|bearer/i.test(name))
    .map(([name, value]) => ({
      name,
      cookies: new Map([...cookies, [name, /expires/i.test(name) ? inFuture : another(value)]]),
    }));
}

/** 1 January 2100, in seconds. */
const inFuture = "4102444800";

/** What is encrypted begins with any character: the one put in its place must not be the same. */
function another(value: string): string {
  return `${value.startsWith("x") ? "y" : "x"}${value.slice(1)}`;
}
