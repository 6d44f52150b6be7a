import type { z } from "zod";
import { codes, type Code, type Diagnostic, type Path } from "../diagnostics/index.ts";
import { onlyClose, suggest } from "./closest.ts";
import { privateKeyMember } from "./private-key-member.ts";
import { printValue } from "./print-value.ts";
import { formatOfAllowed } from "./schema/text-format.ts";

type Issue = z.core.$ZodIssue;

/** Turns the schema's issues into findings. The message of an issue is what is allowed, see `schema/field.ts`. */
export function issueDiagnostics(issues: readonly Issue[], base: Path = []): Diagnostic[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path.map(segment)];
    switch (issue.code) {
      case "unrecognized_keys":
        // `reservedKeys` has reported this one wherever it is, also where zod skips it.
        return issue.keys
          .filter((key) => key !== "__proto__")
          .map((key) => privateKeyMember(key, path) ?? unknownKey(key, path, issue.message));
      case "invalid_union":
        return unionDiagnostics(issue, path);
      case "invalid_key":
        return issueDiagnostics(issue.issues, path);
      default:
        return [valueDiagnostic(issue, path)];
    }
  });
}

function segment(key: PropertyKey): string | number {
  return typeof key === "symbol" ? String(key) : key;
}

function unknownKey(key: string, path: Path, allowed: string): Diagnostic {
  const near = onlyClose(key, allowed.split(", "));
  const place = [...path, key];
  return {
    code: "HED1007",
    severity: "error",
    path: place,
    message: `unknown key ${JSON.stringify(key)}; allowed: ${allowed}`,
    fix: suggest(key, allowed.split(", "), "remove it"),
    ...(near === undefined ? {} : { edits: [{ kind: "rename", path: place, to: near }] }),
  };
}

/** Shows the issues of the one alternative that the author meant; where that is not clear, all alternatives. */
function unionDiagnostics(issue: z.core.$ZodIssueInvalidUnion, path: Path): Diagnostic[] {
  const ofType = issue.errors.filter((each) => !each.some((part) => isRoot(part, "invalid_type")));
  const meant = ofType.filter((each) => !each.some((part) => isRoot(part, "unrecognized_keys")));
  const only = meant.length === 1 ? meant[0] : ofType.length === 1 ? ofType[0] : undefined;
  if (only !== undefined) return issueDiagnostics(only, path);
  const words = issue.errors
    .flat()
    .flatMap((part) => (part.code === "invalid_value" ? part.values : []));
  return [
    {
      code: ofType.length > 0 && typeof issue.input === "string" ? "HED1009" : "HED1008",
      severity: "error",
      path,
      message: `got ${printValue(issue.input, path, issue.message)}; allowed: ${issue.message}`,
      fix: fixOf(issue, path, words),
    },
  ];
}

function isRoot(issue: Issue, code: Issue["code"]): boolean {
  return issue.path.length === 0 && issue.code === code;
}

function valueDiagnostic(issue: Issue, path: Path): Diagnostic {
  const allowed = issue.message;
  const params = issue.code === "custom" ? issue.params : undefined;
  const got: unknown = params?.["got"];
  const shown = typeof got === "string" ? got : printValue(issue.input, path, allowed);
  const fix: unknown = params?.["fix"];
  const words = issue.code === "invalid_value" ? issue.values : [];
  return {
    code: codeOf(issue, params?.["code"]),
    severity: "error",
    path,
    message:
      issue.input === undefined ? `missing; needs ${allowed}` : `got ${shown}; allowed: ${allowed}`,
    fix: typeof fix === "string" ? fix : fixOf(issue, path, words),
    ...meantWord(issue, path, words),
  };
}

function meantWord(issue: Issue, path: Path, words: readonly unknown[]): Pick<Diagnostic, "edits"> {
  const texts = words.filter((word) => typeof word === "string");
  const meant = typeof issue.input === "string" ? onlyClose(issue.input, texts) : undefined;
  return meant === undefined ? {} : { edits: [{ kind: "set", path, value: meant }] };
}

function codeOf(issue: Issue, own: unknown): Code {
  if (typeof own === "string" && own in codes) return own as Code;
  const format = formatOfAllowed(issue.message);
  if (issue.input === undefined || issue.input === null) return "HED1008";
  if (format?.code !== undefined) return format.code;
  const isFraction = issue.code === "invalid_type" && issue.expected === "int";
  return issue.code === "invalid_type" && !isFraction ? "HED1008" : "HED1009";
}

function fixOf(issue: Issue, path: Path, words: readonly unknown[]): string {
  const input: unknown = issue.input;
  const name = path.at(-1) ?? "it";
  if (input === undefined) return `add ${JSON.stringify(name)}`;
  if (input === null) return "write a value, {} for all defaults, or remove the key";
  const format = formatOfAllowed(issue.message);
  const texts = [...words, ...(format?.words ?? [])].filter((word) => typeof word === "string");
  if (texts.length > 0 && typeof input === "string") {
    return suggest(input, texts, format?.fix ?? "write one of the allowed values");
  }
  if (texts.length > 0 && typeof input === "number")
    return `write it in quotes: "${String(input)}"`;
  return format?.fix ?? `change it to ${issue.message}`;
}
