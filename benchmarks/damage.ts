import type { Random } from "./random.ts";

type Damage = (text: string, samples: readonly string[], random: Random) => string;

/** Values that are wrong almost everywhere, and those that break careless readers. */
const oddValues = [
  "null",
  "~",
  "[]",
  "{}",
  "[null]",
  "[[]]",
  "[{}]",
  "{a: null}",
  '""',
  "0",
  "-1",
  "1e400",
  ".nan",
  "0x7fffffffffffffff",
  "99999999999999999999",
  "true",
  "on",
  "2001-01-01",
  "{__proto__: {x: 1}}",
  "{constructor: {prototype: {x: 1}}}",
  "*a",
  "&a x",
  "!!binary aGk=",
  "!foo x",
  "|",
  "'*'",
  "'~'",
  "'(((((((((((((a+)+)+)+)+)+)+)+'",
  `'${"(a|aa)*".repeat(50)}$'`,
  `'${"a.".repeat(400)}b'`,
  `'${"x".repeat(5000)}'`,
  `${"[".repeat(60)}${"]".repeat(60)}`,
  "'\\u0000'",
  '"\\ud800"',
  "'%[a'",
  "'999999h'",
  "'1.5.5s'",
];

const oddCharacters = Array.from("\t\r\n:-#&*!|>'\"%@`{}[],\u0000\ufeff\u2028").concat(
  "---",
  "...",
  "<<: ",
);

const kinds: readonly Damage[] = [
  // One value becomes another.
  (text, _, random) => replaceValue(text, random, random.pick(oddValues)),
  (text, _, random) =>
    replaceValue(
      replaceValue(text, random, random.pick(oddValues)),
      random,
      random.pick(oddValues),
    ),
  // One character too much.
  (text, _, random) => {
    const at = random.below(text.length);
    return text.slice(0, at) + random.pick(oddCharacters) + text.slice(at);
  },
  // A line is gone, is there twice, or is somewhere else.
  (text, _, random) => {
    const lines = text.split("\n");
    lines.splice(random.below(lines.length), 1 + random.below(3));
    return lines.join("\n");
  },
  (text, _, random) => {
    const lines = text.split("\n");
    const line = random.pick(lines);
    lines.splice(random.below(lines.length), 0, line);
    return lines.join("\n");
  },
  (text, _, random) =>
    text
      .split("\n")
      .map((line) => (random.below(12) === 0 ? ` ${line}` : line))
      .join("\n"),
  // Half of it, or two of them in one.
  (text, _, random) => text.slice(0, random.below(text.length)),
  (text, samples, random) => `${text}---\n${random.pick(samples)}`,
  (text, samples, random) => text.slice(0, random.below(text.length)) + random.pick(samples),
  (text) => text.replaceAll("\n", "\r\n"),
  (text, _, random) =>
    text.replaceAll(/\b(?:shop|cart|default)\b/g, (word) => (random.below(4) === 0 ? "*" : word)),
];

/** A text with one to four kinds of damage. */
export const damage: Damage = (text, samples, random) => {
  let damaged = text;
  for (let count = 1 + random.below(4); count > 0; count -= 1) {
    damaged = random.pick(kinds)(damaged, samples, random).slice(0, 50_000);
  }
  return damaged;
};

function replaceValue(text: string, random: Random, value: string): string {
  const places = [...text.matchAll(/(?<=[:[,] |- )[^\s,{}[\]][^\n,{}[\]]*/g)];
  if (places.length === 0) return text;
  const { 0: old, index } = random.pick(places);
  return text.slice(0, index) + value + text.slice(index + old.length);
}
