import type { CheckResult } from "./check-result.ts";
import type { CheckSettings } from "./check-settings.ts";

/** The result in the format that is asked for; only that one is loaded. */
export async function renderResult(
  result: CheckResult,
  { format, color }: Pick<CheckSettings, "format" | "color">,
): Promise<string> {
  switch (format) {
    case "text":
      return (await import("./to-text.ts")).toText(result, color);
    case "json":
      return (await import("./to-json.ts")).toJson(result);
    case "sarif":
      return (await import("./to-sarif.ts")).toSarif(result);
    case "junit":
      return (await import("./to-junit.ts")).toJunit(result);
    case "github":
      return (await import("./to-github.ts")).toGithub(result);
  }
}
