import { stringify, type Scalar } from "yaml";
import type { EditValue } from "../../diagnostics/index.ts";

/** Kubernetes reads YAML 1.1, where more words need quotes (`yes`, `on`, `1:30`) than in 1.2. */
const options = { version: "1.1", lineWidth: 0, indent: 2 } as const;

/** A value on one line, inside of brackets or as a plain value; in the quotes of the value that it replaces. */
export function renderInline(value: EditValue, like?: Pick<Scalar, "type">): string {
  if (like?.type === "QUOTE_DOUBLE" && typeof value === "string") return JSON.stringify(value);
  const quotes = like?.type === "QUOTE_SINGLE" ? { defaultStringType: like.type } : {};
  const text = stringify([value], { ...options, ...quotes, collectionStyle: "flow" });
  return text.trim().slice(1, -1).trim();
}

/** A value as JSON, over several lines where there is room for them. */
export function renderJson(value: EditValue, indent?: string): string {
  if (indent !== undefined) {
    return JSON.stringify(value, null, 2).replaceAll("\n", `\n${indent}`);
  }
  return JSON.stringify(value).replace(/("(?:[^"\\]|\\.)*")|([:,])/g, (all, text: unknown) =>
    typeof text === "string" ? text : `${all} `,
  );
}

/** A value as the lines of a block, the first one at the place where it is written, the others `column` in. */
export function renderBlock(value: EditValue, column: number): string {
  const pad = " ".repeat(column);
  return stringify(value, options).trimEnd().replaceAll("\n", `\n${pad}`);
}
