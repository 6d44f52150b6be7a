import { Command } from "@commander-js/extra-typings";
import Table from "cli-table3";

import { HeddleError } from "../diagnostics/index.ts";
import { describeTool, isToolName, toolNames } from "./catalogue.ts";
import type { ToolName } from "./catalogue.ts";
import { readExpectations } from "./durations.ts";
import { ensureTools } from "./ensure-tools.ts";
import { findTool } from "./find-tool.ts";
import { istioAssets } from "./istio-assets.ts";
import { isToolGroup, toolsFor } from "./tool-groups.ts";
import { formatSeconds, showToolProgress } from "./tool-progress.ts";

interface Options {
  readonly list?: true | undefined;
  readonly json?: true | undefined;
}

/** `heddle tools`: finds or builds the programs of the bench. Fails with exit code 1. */
export function toolsCommand() {
  return new Command("tools")
    .description("Find or build the programs that the bench and Pulumi need")
    .argument("[names...]", "tools, or the groups bench, pulumi, istio, gateways, all", ["all"])
    .option("--list", "only show what is there and what would be built")
    .option("--json", "print the result as JSON")
    .action(async (words, options, command) => {
      const unknown = words.filter((word) => !isToolName(word) && !isToolGroup(word));
      if (unknown.length > 0) {
        command.error(
          `error: unknown tool ${unknown.join(", ")}; allowed: bench, pulumi, istio, gateways, all, ` +
            toolNames.join(", "),
          { exitCode: 2 },
        );
      }
      await run(selectTools(words), options);
    });
}

/** The tools that words name, each once, in the order of building. */
export function selectTools(words: readonly string[]): readonly ToolName[] {
  const wanted = new Set(
    words.flatMap((word) => (isToolGroup(word) ? toolsFor(word) : isToolName(word) ? [word] : [])),
  );
  return toolNames.filter((name) => wanted.has(name));
}

async function run(names: readonly ToolName[], options: Options): Promise<void> {
  if (options.list === true) {
    await list(names, options);
    return;
  }
  try {
    const paths = await showToolProgress(names, async (onProgress) => {
      const ready = await ensureTools(names, { onProgress });
      if (names.includes("pilot-discovery")) await istioAssets();
      return ready;
    });
    if (options.json === true) console.log(JSON.stringify(paths, undefined, 2));
  } catch (error) {
    if (!(error instanceof HeddleError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

async function list(names: readonly ToolName[], options: Options): Promise<void> {
  const found = await Promise.all(names.map(findTool));
  const expect = await readExpectations();
  if (options.json === true) {
    const rows = names.map((name, index) => {
      const { from, path } = found[index] ?? {};
      return { name, version: describeTool(name).version, from, path, ...expect(name) };
    });
    console.log(JSON.stringify(rows, undefined, 2));
    return;
  }
  const table = new Table({ head: ["tool", "version", "state"], style: { head: [] } });
  for (const [index, name] of names.entries()) {
    const tool = found[index];
    const state =
      tool === undefined
        ? `to be built, about ${formatSeconds(expect(name).seconds)}`
        : `${tool.from}: ${tool.path}`;
    table.push([name, describeTool(name).version, state]);
  }
  console.log(table.toString());
}
