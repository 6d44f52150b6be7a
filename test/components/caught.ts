import { HeddleError, type Diagnostic } from "../../diagnostics/index.ts";

/** The findings of an error among those that are thrown. */
export function caught(act: () => unknown): readonly Diagnostic[] {
  try {
    act();
  } catch (error) {
    if (error instanceof HeddleError) {
      return error.diagnostics.filter(({ severity }) => severity === "error");
    }
    throw error;
  }
  return [];
}
