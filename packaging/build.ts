import { chmodSync, cpSync, readdirSync, rmSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { execFileSync } from "node:child_process";
import { writeScript } from "../cli/bundle/write-bundle.ts";

/**
 * Builds the published package into `dist/`, which mirrors the source tree: JavaScript and declarations by the
 * compiler, everything else copied, and the command line once more as one script. What reads a file beside itself
 * (`import.meta.dirname`) finds it in both trees.
 */
const root = dirname(import.meta.dirname);
const dist = join(root, "dist");

/** Folders of the package; the rest of the checkout (tests, demo, the shop's own program) is not published. */
const assetFolders = ["bench", "policies", "rules", "schemas", "targets", "tools"];

/** Made by the build of a tool, tens of megabytes. */
const generated = [
  "tools/go/pulumi-kubernetes/schema.json",
  "tools/go/pulumi-kubernetes/mapping.json",
];

rmSync(dist, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(root, "node_modules/typescript/bin/tsc"), "-p", join(root, "tsconfig.build.json")],
  { stdio: "inherit" },
);
for (const file of assetFolders.flatMap(assets)) cpSync(join(root, file), join(dist, file));
await writeScript(dist, join(dist, "cli/run-command-line.js"), join(dist, "cli/command-line.cjs"));
chmodSync(join(dist, "cli/main.js"), 0o755);

/** Files below a folder that the compiler does not carry over, relative to the root. */
function assets(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !isCompiled(file) && !generated.includes(file));
}

function isCompiled(file: string): boolean {
  return [".ts", ".mjs"].includes(extname(file));
}
