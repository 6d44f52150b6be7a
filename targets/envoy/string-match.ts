import type { StringMatch } from "../../model/index.ts";
import type { Fields } from "./fields.ts";

/** A match on a text. Expressions match the whole of it, as in the model. */
export function stringMatch({ kind, value }: StringMatch): Fields {
  return kind === "regex" ? { safe_regex: { regex: value } } : { [kind]: value };
}
