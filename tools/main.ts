import { CommanderError } from "@commander-js/extra-typings";

import { toolsCommand } from "./tools-command.ts";

/** `npm run tools`. Exit codes: 0 all ready, 1 something failed, 2 the command line is wrong. */
try {
  await toolsCommand().name("npm run tools").exitOverride().parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
