import { createRequire } from "node:module";
import type * as Yaml from "yaml";

/** The second reader is slow; nobody needs it for more. */
const longest = 256 * 1024;

/**
 * What the other parser makes of a document that the fast one refuses: Kubernetes accepts some layouts (a closing
 * bracket as far left as its key) that the standard does not. `undefined` where both refuse it.
 */
export function secondOpinion(text: string): readonly unknown[] | undefined {
  if (text.length > longest) return undefined;
  // Loaded only here: it costs more than most checks.
  const { parseAllDocuments } = createRequire(import.meta.url)("yaml") as typeof Yaml;
  try {
    const documents = parseAllDocuments(text, {
      merge: true,
      uniqueKeys: true,
      prettyErrors: false,
      stringKeys: true,
      logLevel: "error",
    });
    const list = Array.isArray(documents) ? documents : [];
    if (list.some(({ errors, warnings }) => errors.length > 0 || warnings.length > 0)) {
      return undefined;
    }
    return list.map((each) => each.toJS({ maxAliasCount: 100 }) as unknown);
  } catch {
    return undefined;
  }
}
