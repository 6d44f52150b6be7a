import { CommanderError } from "@commander-js/extra-typings";
import { formatDiagnostics, HeddleError, type Diagnostic } from "../diagnostics/index.ts";
import { createProgram } from "./create-program.ts";
import { exitCode } from "./exit-code.ts";
import { terminalColor } from "./terminal-color.ts";

/**
 * Runs `heddle` with the arguments behind its name and returns the exit code. A sub-command says that something is
 * wrong by setting `process.exitCode` or by throwing a `HeddleError`, whose findings are printed to standard error.
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  try {
    const program = await createProgram(args);
    await program.parseAsync(args, { from: "user" });
    return Number(process.exitCode ?? exitCode.ok);
  } catch (error) {
    if (error instanceof CommanderError) return usageExitCode(error);
    const known = error instanceof HeddleError;
    print(known ? error.diagnostics : [internalError(error)]);
    return known ? exitCode.findings : exitCode.failed;
  }
}

/** Commander has printed everything by now; asking for help or the version is no mistake, except without arguments. */
function usageExitCode(error: CommanderError): number {
  return error.exitCode === 0 ? exitCode.ok : exitCode.failed;
}

function print(diagnostics: readonly Diagnostic[]): void {
  const color = terminalColor(process.stderr);
  process.stderr.write(`${formatDiagnostics(diagnostics, { color })}\n`);
}

function internalError(error: unknown): Diagnostic {
  if (process.env["HEDDLE_DEBUG"] && error instanceof Error) console.error(error.stack);
  return {
    code: "HED9001",
    severity: "error",
    path: ["heddle"],
    message: error instanceof Error ? error.message : String(error),
    fix: "this is a fault of Heddle, please report it; HEDDLE_DEBUG=1 prints where it happened",
  };
}
