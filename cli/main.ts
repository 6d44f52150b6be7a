#!/usr/bin/env node
import module from "node:module";
import { setFlagsFromString } from "node:v8";
import { loadCommandLine } from "./bundle/load-command-line.ts";
import { compileCacheFolder } from "./compile-cache-folder.ts";
import { nodeProblem } from "./needed-node.ts";

const problem = nodeProblem(process.versions.node);
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`);
  process.exit(2);
}

// No loop is optimised while it runs: what a check repeats are functions. As an option of Node this would make it compile
// its own modules anew, whose kept code fits one set of options only.
setFlagsFromString("--no-maglev-osr");
// Compiling is a good part of a short run; the second one takes it from the cache.
module.enableCompileCache(compileCacheFolder());
const args = process.argv.slice(2);
const { runCommandLine, keepCode } = await loadCommandLine(
  import.meta.filename,
  args[0],
  compileCacheFolder(),
);

// `heddle render | head` closes the pipe early; that is the reader's right and no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 2);
});

process.exitCode = await runCommandLine(args);
keepCode();
