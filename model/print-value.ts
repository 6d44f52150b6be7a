import type { Path } from "../diagnostics/index.ts";
import { textFormats } from "./schema/text-format.ts";

const longest = 60;

/**
 * What was got, in words that fit after "got". Maps and lists are only named, and nothing is shown of an environment
 * variable, of the name of a Secret or of keys: an author may have put the secret itself there.
 */
export function printValue(value: unknown, path: Path, allowed: string): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  if (isConfidential(path, allowed)) return `a ${typeof value} (not shown)`;
  if (typeof value === "string") return quote(value);
  if (typeof value === "number" || typeof value === "boolean") {
    return `the ${typeof value} ${String(value)}`;
  }
  return `a ${typeof value}`;
}

function quote(text: string): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return JSON.stringify(shown);
}

function isConfidential(path: Path, allowed: string): boolean {
  const formats: readonly string[] = [textFormats.secret.allowed, textFormats.secretKey.allowed];
  if (path.includes("clientSecret") || path.includes("cookieSecret")) return true;
  return path.includes("env") || path.includes("jwks") || formats.includes(allowed);
}
