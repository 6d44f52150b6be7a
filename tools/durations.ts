import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { z } from "zod";

import { describeTool } from "./catalogue.ts";
import type { ToolName } from "./catalogue.ts";
import { toolKey, toolsFolder } from "./tools-folder.ts";

const durations = z.record(z.string(), z.number());

/** How long a tool is expected to take, in seconds. */
export interface Expectation {
  readonly seconds: number;
  /** True when it was measured on this machine, false for the catalogue's estimate. */
  readonly measured: boolean;
}

/** How long each tool took last time here, else the catalogue's estimate. */
export async function readExpectations(): Promise<(name: ToolName) => Expectation> {
  const known = await readDurations();
  return (name) => {
    const { version, estimate } = describeTool(name);
    const seconds = known[toolKey(name, version)];
    if (seconds !== undefined) return { seconds, measured: true };
    return { seconds: estimate, measured: false };
  };
}

/**
 * Remembers how long a tool took, in seconds. Two runs at once may lose one of their numbers, which
 * are only shown; the file is replaced as a whole and never half written.
 */
export async function rememberDuration(name: ToolName, seconds: number): Promise<void> {
  const rounded = Math.round(seconds * 10) / 10;
  const key = toolKey(name, describeTool(name).version);
  const all = { ...(await readDurations()), [key]: rounded };
  await mkdir(toolsFolder(), { recursive: true });
  const partial = `${durationsFile()}.${String(process.pid)}`;
  await writeFile(partial, `${JSON.stringify(all, undefined, 2)}\n`);
  await rename(partial, durationsFile());
}

async function readDurations(): Promise<Record<string, number>> {
  try {
    return durations.parse(JSON.parse(await readFile(durationsFile(), "utf8")));
  } catch {
    return {}; // None yet, or not ours: the estimates will do.
  }
}

function durationsFile(): string {
  return join(toolsFolder(), "durations.json");
}
