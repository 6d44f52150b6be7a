import { load } from "js-yaml";
import { kubernetesYaml } from "../yaml-schema.ts";
import { letter } from "./cursor.ts";

/** Where the words of null and of the booleans start, and the length of the longest. */
const wordStarts = new Set(Array.from("nNtTfFyYoO", (each) => each.charCodeAt(0)));
const longestWord = 5;

/** What a text without quotes is: a number, true, false, nothing, or a text. What is not obvious the parser says. */
export function resolveText(text: string): unknown {
  const first = text.charCodeAt(0);
  if (first >= letter.zero && first <= letter.nine) {
    const number = wholeNumber(text);
    return Number.isNaN(number) ? resolveByParser(text) : number;
  }
  if (first === letter.minus || first === letter.plus || first === letter.dot) {
    return resolveByParser(text);
  }
  return text.length <= longestWord && wordStarts.has(first) ? resolveByParser(text) : text;
}

/** The number, where there are only digits and few enough to be exact; NaN otherwise. */
function wholeNumber(text: string): number {
  const { length } = text;
  if (length > 15 || (length > 1 && text.charCodeAt(0) === letter.zero)) return Number.NaN;
  let number = 0;
  for (let at = 0; at < length; at += 1) {
    const digit = text.charCodeAt(at) - letter.zero;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** The same few texts come again and again: `30s`, `true`, `1.5`. */
const resolved = new Map<string, unknown>();
const mostResolved = 10_000;

function resolveByParser(text: string): unknown {
  const known = resolved.get(text);
  if (known !== undefined) return known;
  // As an item of a list: on a line of its own `...` would be a marker.
  const [value] = load(`- ${text}`, kubernetesYaml) as readonly unknown[];
  if (resolved.size < mostResolved) resolved.set(text, value);
  return value;
}
