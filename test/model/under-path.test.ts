import { describe, expect, test } from "vitest";
import { isUnderPath, underPath } from "../../model/under-path.ts";
import type { StringMatch } from "../../model/index.ts";

const part = "/api/cart";
const all: readonly StringMatch[] = [
  { kind: "exact", value: "/api/cart" },
  { kind: "prefix", value: "/api/cart/" },
];

/** What is left of a match below the part: all of the part, the match itself, nothing, or nobody can tell. */
function left(kind: StringMatch["kind"], value: string): string {
  const match = { kind, value } as const;
  const found = underPath(match, part);
  if (found === undefined) return "unknown";
  if (found.length === 0) return "nothing";
  return found[0] === match ? "itself" : "all";
}

describe("a match of a path below a part of a host", () => {
  test("is all of the part where nothing is asked", () => {
    expect(underPath(undefined, part)).toEqual(all);
    expect(underPath({ kind: "prefix", value: "/" }, part)).toEqual(all);
  });

  test.each([
    ["exact", "/api/cart", "itself", true],
    ["exact", "/api/cart/x", "itself", true],
    ["exact", "/api", "nothing", false],
    ["exact", "/api/carts", "nothing", false],
    ["prefix", "/api", "all", false],
    ["prefix", "/api/ca", "all", false],
    ["prefix", "/api/cart", "all", false],
    ["prefix", "/api/cart/", "itself", true],
    ["prefix", "/api/cart/x", "itself", true],
    ["prefix", "/api/carts", "nothing", false],
    ["prefix", "/b", "nothing", false],
    ["regex", ".*", "all", false],
    ["regex", "/api/.*", "all", false],
    ["regex", "/api/cart.*", "all", false],
    ["regex", "^/api/cart.*", "all", false],
    ["regex", "/api/cart", "itself", true],
    ["regex", "/api/cart/[0-9]+", "itself", true],
    ["regex", "/api/cart/(a|b)", "itself", true],
    ["regex", "/api/cart(/.*)?", "itself", false],
    ["regex", "/api/cart\\.x", "nothing", false],
    ["regex", "/b|/c", "unknown", false],
    ["regex", "/api/(cart|b)/.*", "unknown", false],
    ["regex", "[(]/api/cart/x|/b[)]", "unknown", false],
    ["regex", "/api/cart?", "unknown", false],
    ["regex", "/api/cart/?", "unknown", false],
    ["regex", "(?i)/api/cart/x", "unknown", false],
    ["regex", "/b{3}", "unknown", false],
  ] as const)("%s %s: %s", (kind, value, expected, whole) => {
    expect(left(kind, value)).toBe(expected);
    expect(isUnderPath({ kind, value }, part)).toBe(whole);
  });
});
