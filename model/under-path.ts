import type { StringMatch } from "./mesh.ts";

/**
 * What is left of a match of a path below a path of a host, that one among it: none where no such request fits.
 * `undefined` where that cannot be told, as of a regular expression that may or may not hold there.
 */
export function underPath(
  match: StringMatch | undefined,
  path: string,
): readonly StringMatch[] | undefined {
  const below = `${path}/`;
  const all: readonly StringMatch[] = [
    { kind: "exact", value: path },
    { kind: "prefix", value: below },
  ];
  if (match === undefined) return all;
  const { kind, value } = asText(match);
  switch (kind) {
    case "exact":
      return value === path || value.startsWith(below) ? [match] : [];
    case "prefix":
      if (value.startsWith(below)) return [match];
      return path.startsWith(value) ? all : [];
    case "regex":
      return expressionUnder(match, path);
  }
}

/** Whether every request that the match fits is for this path of a host or below it; false where that cannot be told. */
export function isUnderPath(match: StringMatch | undefined, path: string): boolean {
  if (match === undefined) return false;
  const { kind, value } = asText(match);
  if (kind === "exact" && value === path) return true;
  return (kind === "regex" ? startOf(value) : value).startsWith(`${path}/`);
}

/** An expression that is nothing but text, or text and then anything, says the same as that. */
export function asText(match: StringMatch): StringMatch {
  if (match.kind !== "regex") return match;
  const [, text = "", rest] = plainText.exec(match.value) ?? [];
  if (rest === "") return { kind: "exact", value: plain(text) };
  return rest === ".*" ? { kind: "prefix", value: plain(text) } : match;
}

/** Surely below the path, or surely not; or the path itself and then everything below it. */
function expressionUnder(match: StringMatch, path: string): readonly StringMatch[] | undefined {
  const start = startOf(match.value);
  const below = `${path}/`;
  if (start.startsWith(below)) return [match];
  if (!below.startsWith(start)) return [];
  const [, text = "", rest = ""] = plainText.exec(match.value) ?? [];
  return plain(text) === path && /^\((\?:)?\/\.\*\)\??$/.test(rest) ? [match] : undefined;
}

/** The plain text at the start of an expression, and what comes after it. */
const plainText = /^\^?((?:[-\w/~%@:=,&;!' ]|\\[^\w\s])*)(.*)$/;

/** The text that everything starts with that an expression fits. */
export function startOf(expression: string): string {
  if (hasAlternatives(expression)) return "";
  const [, text = "", rest = ""] = plainText.exec(expression) ?? [];
  // The last character need not be there.
  return /^[?*{]/.test(rest) ? plain(text).slice(0, -1) : plain(text);
}

/** Whether the whole expression is one of several; those inside a group are about what follows the start. */
function hasAlternatives(expression: string): boolean {
  let left = expression.replaceAll(/\\./g, "").replaceAll(/\[\^?\]?[^\]]*\]/g, "");
  for (let before = ""; before !== left;) {
    before = left;
    left = left.replaceAll(/\([^()]*\)/g, "");
  }
  return left.includes("|");
}

function plain(text: string): string {
  return text.replaceAll(/\\(\W)/g, "$1");
}
