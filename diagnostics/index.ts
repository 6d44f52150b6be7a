/**
 * Findings: their codes, shape, collection and printing. Everything else imports this folder; it imports nothing of
 * the project.
 */
export { codes, type Code } from "./codes.ts";
export {
  severities,
  type Diagnostic,
  type Position,
  type Resource,
  type Severity,
} from "./diagnostic.ts";
export type { Edit, EditValue } from "./edit.ts";
export { formatDiagnostics, type FormatOptions } from "./format.ts";
export { HeddleError } from "./heddle-error.ts";
export { printPath, type Path, type PathSegment } from "./path.ts";
export { createReport, type Report } from "./report.ts";
