#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { compileCacheFolder } from "./compile-cache-folder.ts";

// Reading several hundred source files is most of a short run; the second one takes them from the cache.
enableCompileCache(compileCacheFolder());
const { runCommandLine } = await import("./run-command-line.ts");

// `heddle render | head` closes the pipe early; that is the reader's right and no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 2);
});

process.exitCode = await runCommandLine(process.argv.slice(2));
