import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cookieMatch } from "../../model/normalize/cookie-match.ts";

type Cookies = Parameters<typeof cookieMatch>[0];

function fits(cookies: Cookies, header: string): boolean {
  return new RegExp(`^(?:${cookieMatch(cookies)?.value ?? "$."})$`, "u").test(header);
}

describe("a match of cookies", () => {
  test.each<[Cookies, string, boolean]>([
    [{ user: "1" }, "user=1", true],
    [{ user: "1" }, "a=b; user=1; c=d", true],
    [{ user: "1" }, "a=b;user=1;c=d", true],
    [{ user: "1" }, "user=12", false],
    [{ user: "1" }, "xuser=1", false],
    [{ user: "1" }, "a=user=1", false],
    [{ user: { prefix: "te" } }, "a=1; user=tester; b=1", true],
    [{ user: { prefix: "te" } }, "user=x; a=tester", false],
    [{ user: { present: true } }, "user=", true],
    [{ user: { present: true } }, "users=1", false],
    [{ a: "1", b: "2" }, "a=1; b=2", true],
    [{ a: "1", b: "2" }, "x=1; b=2; y=3; a=1; z=4", true],
    [{ a: "1", b: "2" }, "a=1; b=3", false],
    [{ "a.b": "1+1" }, "a.b=1+1", true],
    [{ "a.b": "1+1" }, "axb=11", false],
    [{ a: "1", b: { present: true }, c: { prefix: "x" } }, "c=xyz; a=1; b=", true],
  ])("%j and %j: %s", (cookies, header, expected) => {
    expect(fits(cookies, header)).toBe(expected);
  });

  const name = fc.constantFrom("a", "b", "a.b", "$x", "c");
  const value = fc.constantFrom("1", "1+1", "(x)", "a=b", "[^;]*", "");
  test("says of any header what reading the cookies one by one says", () => {
    fc.assert(
      fc.property(
        fc.dictionary(name, value, { minKeys: 1, maxKeys: 3 }),
        fc.uniqueArray(fc.tuple(name, value), { selector: ([each]) => each }),
        fc.constantFrom("; ", ";"),
        (wanted, sent, separator) => {
          const header = sent.map(([key, text]) => `${key}=${text}`).join(separator);
          const got = new Map<string, string>(sent);
          const expected = Object.entries(wanted).every(([key, text]) => got.get(key) === text);
          expect(fits(wanted, header)).toBe(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
