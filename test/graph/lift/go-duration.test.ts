import { expect, test } from "vitest";
import { parseGoDuration } from "../../../graph/lift/go-duration.ts";

test.each([
  ["1.5s", 1500],
  ["0.500s", 500],
  ["1h30m", 5_400_000],
  ["250ms", 250],
  ["0s", 0],
  ["100us", 0],
  ["soon", undefined],
  ["", undefined],
  ["5", undefined],
  ["-1s", undefined],
])("the duration %j", (text, expected) => {
  expect(parseGoDuration(text)).toBe(expected);
});
