import type { Report } from "../../../diagnostics/index.ts";
import { issueDiagnostics } from "../../../model/zod-issues.ts";
import { siteSchema, type ParsedSite } from "./site-schema.ts";

/** Reads what an author says of a site, of whatever origin. Everything that is none is an error (HED3003) at its place. */
export function parseSite(name: string, given: unknown, report: Report): ParsedSite | undefined {
  const parsed = siteSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  for (const { severity, message, path, fix = "" } of issueDiagnostics(parsed.error.issues)) {
    report.add({ code: "HED3003", severity, message, path: ["sites", name, ...path], fix });
  }
  return undefined;
}
