import { parseArgs } from "node:util";

import { Children } from "./children.ts";
import { startLanguageHost } from "./server.ts";
import { VERSION } from "./version.ts";
import { watchParent } from "./watch-parent.ts";

/**
 * The language host as the Pulumi CLI starts it: `pulumi-language-nodejs [flags] <engine address>`.
 * Prints the port it serves on as the first line, and lives until its parent goes away.
 */
async function main(): Promise<void> {
  // The CLI passes logging flags (`-v=9`, `--logtostderr`) that depend on its own: none is refused.
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    strict: false,
    allowPositionals: true,
    options: { tracing: { type: "string" }, version: { type: "boolean" } },
  });
  if (values.version === true) {
    console.log(VERSION);
    return;
  }
  const children = new Children();
  const tracing = typeof values.tracing === "string" ? values.tracing : "";
  const host = await startLanguageHost({
    engineAddress: positionals.at(-1) ?? "",
    tracing,
    children,
  });
  watchParent(async () => {
    await children.stop();
    host.close();
    process.exit(0);
  });
  process.stdout.write(`${String(host.port)}\n`);
}

await main();
