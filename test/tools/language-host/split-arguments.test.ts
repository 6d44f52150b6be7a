import { describe, expect, it } from "vitest";

import { splitArguments } from "../../../tools/language-host/split-arguments.ts";

describe("splitting arguments", () => {
  it.each([
    ["", []],
    ["  ", []],
    ["--a  --b=c", ["--a", "--b=c"]],
    [`--title='a b' "c d"`, ["--title=a b", "c d"]],
    [`'' ""`, ["", ""]],
    [String.raw`a\ b "c\"d" 'e\f'`, ["a b", 'c"d', String.raw`e\f`]],
  ])("of %j", (line, words) => {
    expect(splitArguments(line)).toEqual(words);
  });

  it("refuses an open quote", () => {
    expect(() => splitArguments("--a='b")).toThrow("unclosed '");
  });
});
