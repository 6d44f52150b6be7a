import { resolve } from "node:path";
import { execa } from "execa";

const launcher = resolve(import.meta.dirname, "../../bin/heddle");

/** Runs the checkout's `./bin/heddle` and tells how it ended. */
export async function runHeddle(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Record<string, string> } = {},
): Promise<{ exitCode: number | undefined; stdout: string; stderr: string }> {
  const { exitCode, stdout, stderr } = await execa(launcher, args, {
    ...options,
    reject: false,
    stdin: "ignore",
    timeout: 60_000,
  });
  return { exitCode, stdout, stderr };
}
