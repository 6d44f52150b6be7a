import { describeTool } from "./catalogue.ts";
import type { ToolName } from "./catalogue.ts";
import { readExpectations, rememberDuration } from "./durations.ts";
import type { Expectation } from "./durations.ts";
import { findTool } from "./find-tool.ts";
import type { FoundTool } from "./find-tool.ts";
import { installTool } from "./install-tool.ts";
import { requireBuildPrerequisites } from "./prerequisites.ts";
import { installedPath } from "./tools-folder.ts";

/** Absolute path of the program of each tool that was asked for. */
export type ToolPaths<Name extends ToolName = ToolName> = Readonly<Record<Name, string>>;

/** What happens while tools are made ready. */
export type ToolProgress =
  | { readonly kind: "found"; readonly name: ToolName; readonly tool: FoundTool }
  | { readonly kind: "waiting"; readonly name: ToolName }
  | {
      readonly kind: "building";
      readonly name: ToolName;
      readonly expected: Expectation;
      /** Tools that come after this one, and how long they are expected to take, in seconds. */
      readonly remaining: readonly ToolName[];
      readonly remainingSeconds: number;
    }
  | { readonly kind: "built"; readonly name: ToolName; readonly seconds: number };

/** Options of {@link ensureTools}. */
export interface EnsureToolsOptions {
  readonly onProgress?: (progress: ToolProgress) => void;
}

/**
 * Makes tools ready and tells where they are: finds each one (PATH, Pulumi home, cache), else builds
 * it into the cache, one after the other, since Go uses every core by itself.
 *
 * Throws HED5001 with everything that is missing for the builds (Go, Python), before the first one,
 * and HED5002 when a build fails.
 */
export async function ensureTools<Name extends ToolName>(
  names: readonly Name[],
  options: EnsureToolsOptions = {},
): Promise<ToolPaths<Name>> {
  const report = options.onProgress ?? (() => undefined);
  const found = await Promise.all(names.map(findTool));
  for (const tool of found)
    if (tool !== undefined) report({ kind: "found", name: tool.name, tool });
  const missing = names.filter((_, index) => found[index] === undefined);
  await requireBuildPrerequisites(missing.map((name) => describeTool(name).source.kind));

  const expect = await readExpectations();
  for (const [index, name] of missing.entries()) {
    const remaining = missing.slice(index + 1);
    await installOne(name, report, {
      expected: expect(name),
      remaining,
      remainingSeconds: remaining.reduce((sum, next) => sum + expect(next).seconds, 0),
    });
  }
  const path = (name: Name, index: number): string =>
    found[index]?.path ?? installedPath(name, describeTool(name).version);
  return Object.fromEntries(
    names.map((name, index) => [name, path(name, index)]),
  ) as ToolPaths<Name>;
}

type Outlook = Omit<Extract<ToolProgress, { kind: "building" }>, "kind" | "name">;

async function installOne(
  name: ToolName,
  report: (progress: ToolProgress) => void,
  outlook: Outlook,
): Promise<void> {
  let start: number | undefined;
  const { version, source } = describeTool(name);
  await installTool(
    { name, version, source },
    {
      wait: () => {
        report({ kind: "waiting", name });
      },
      build: () => {
        start = performance.now();
        report({ kind: "building", name, ...outlook });
      },
    },
  );
  if (start === undefined) {
    report({
      kind: "found",
      name,
      tool: { name, path: installedPath(name, describeTool(name).version), from: "cache" },
    });
    return;
  }
  const seconds = (performance.now() - start) / 1000;
  await rememberDuration(name, seconds);
  report({ kind: "built", name, seconds });
}
