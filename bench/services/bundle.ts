import { build } from "esbuild";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

/** The two programs of the sample image, each one file without dependencies: `node main.mjs`, `node driver.mjs <json>`. */
export interface SamplePrograms {
  readonly "main.mjs": Uint8Array;
  readonly "driver.mjs": Uint8Array;
}

/** Bundles the sample service and the traffic driver for Node 24. Throws esbuild's error when a source is wrong. */
export async function bundleSamplePrograms(): Promise<SamplePrograms> {
  const [main, driver] = await Promise.all([bundle("./main"), bundle("../traffic/driver")]);
  return { "main.mjs": main, "driver.mjs": driver };
}

async function bundle(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    // Beside this file, which is JavaScript in the published package. Paths in the output do not depend on the caller.
    entryPoints: [fileURLToPath(new URL(entry + extname(import.meta.url), import.meta.url))],
    absWorkingDir: fileURLToPath(new URL("../..", import.meta.url)),
    bundle: true,
    write: false,
    platform: "node",
    target: "node24",
    format: "esm",
    minifySyntax: true,
    legalComments: "none",
    logLevel: "silent",
    // gRPC is CommonJS and asks for Node's own modules at run time, which an ES module has no `require` for.
    banner: {
      js: [
        'import { createRequire as __createRequire } from "node:module";',
        "const require = __createRequire(import.meta.url);",
        "const __dirname = import.meta.dirname;",
        "const __filename = import.meta.filename;",
      ].join("\n"),
    },
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`esbuild gave no output for ${entry}`);
  return file.contents;
}
