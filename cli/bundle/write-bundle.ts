import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import {
  bundleFolder,
  recordFile,
  stampOf,
  type BundleRecord,
  type InputStamp,
} from "./bundle-record.ts";

/** Packages of many small files that nearly every command reads. All others are imported as they are. */
const bundled: ReadonlySet<string> = new Set([
  "@commander-js/extra-typings",
  "commander",
  "js-yaml",
  "yaml",
  "zod",
]);

const placeNames = ["__ownFolder", "__ownFile", "__ownUrl"] as const;

/**
 * Makes one file a command of the several hundred that `heddle` is written in, and returns the entry. Sources go on
 * seeing their own place in `import.meta`, so that what lies beside them is found.
 *
 * @throws Error when the sources do not compile or the folder cannot be written.
 */
export async function writeBundle(root: string): Promise<string> {
  const folder = join(bundleFolder(root), `${String(Date.now())}-${String(process.pid)}`);
  const { metafile } = await esbuild.build({
    entryPoints: [join(root, "cli", "run-command-line.ts")],
    absWorkingDir: root,
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node22",
    outExtension: { ".js": ".mjs" },
    // What CommonJS packages expect to be there.
    banner: {
      js: [
        "import { createRequire as __createRequire } from 'node:module';",
        "const require = __createRequire(import.meta.url);",
      ].join("\n"),
    },
    define: {
      "import.meta.dirname": placeNames[0],
      "import.meta.filename": placeNames[1],
      "import.meta.url": placeNames[2],
    },
    metafile: true,
    logLevel: "silent",
    plugins: [chosenPackages, ownPlaces(root)],
  });
  const sources = Object.keys(metafile.inputs).filter((path) => !path.includes("node_modules/"));
  const inputs = [...sources, "package-lock.json"].flatMap((path): InputStamp[] => {
    const stamp = stampOf(resolve(root, path));
    return stamp === undefined ? [] : [stamp];
  });
  const record: BundleRecord = { entry: join(folder, "run-command-line.mjs"), inputs };
  const draft = join(folder, "record.json");
  await writeFile(draft, JSON.stringify(record));
  await rename(draft, recordFile(root));
  await removeOthers(root, folder);
  return record.entry;
}

/** Leaves packages outside, but for the chosen ones. */
const chosenPackages: esbuild.Plugin = {
  name: "chosen-packages",
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) => {
      if (kind === "entry-point" || importer.includes("node_modules/")) return undefined;
      const name = path.split("/", path.startsWith("@") ? 2 : 1).join("/");
      return bundled.has(name) ? undefined : { path, external: true };
    });
  },
};

/**
 * Gives each source its own place, which a bundle would replace by that of the bundle: `import.meta` is read as names
 * that each file then has for itself.
 */
function ownPlaces(root: string): esbuild.Plugin {
  return {
    name: "own-places",
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (!path.startsWith(root) || path.includes("node_modules")) return undefined;
        const text = await readFile(path, "utf8");
        if (!text.includes("import.meta")) return { contents: text, loader: "ts" };
        const places = [dirname(path), path, pathToFileURL(path).href];
        const values = places.map(
          (place, index) => `${placeNames[index] ?? ""} = ${JSON.stringify(place)}`,
        );
        return { contents: `const ${values.join(", ")};${text}`, loader: "ts" };
      });
    },
  };
}

/** Removes bundles that nobody can be starting from any more. */
async function removeOthers(root: string, current: string): Promise<void> {
  const hour = 3_600_000;
  for (const name of await readdir(bundleFolder(root))) {
    const path = join(bundleFolder(root), name);
    const made = Number(name.split("-")[0]);
    if (path !== current && Date.now() - made > hour)
      await rm(path, { recursive: true, force: true });
  }
}
