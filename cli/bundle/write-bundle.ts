import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join, relative, resolve, sep } from "node:path";
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
  "fastest-levenshtein",
  "js-yaml",
  "picocolors",
  "yaml",
  "zod",
]);

const placeNames = ["__ownFolder", "__ownFile", "__ownUrl"] as const;

/**
 * Makes one script of the several hundred modules that `heddle` is written in, and returns where it is. What only some
 * commands need runs when they ask for it.
 *
 * @throws Error when the sources do not compile or the folder cannot be written.
 */
export async function writeBundle(root: string): Promise<string> {
  const folder = join(bundleFolder(root), `${String(Date.now())}-${String(process.pid)}`);
  const script = join(folder, "command-line.cjs");
  const sources = await writeScript(root, join(root, "cli", "run-command-line.ts"), script);
  const others = [import.meta.filename, join(root, "package-lock.json")];
  const inputs = [...sources, ...others].flatMap((path): InputStamp[] => {
    const stamp = stampOf(path);
    return stamp === undefined ? [] : [stamp];
  });
  const record: BundleRecord = { entry: script, inputs };
  const draft = join(folder, "record.json");
  await writeFile(draft, JSON.stringify(record));
  await rename(draft, recordFile(root));
  await removeOthers(root, folder);
  return script;
}

/**
 * Writes the script of an entry, for `loadBundle`, and returns the sources that are in it. They go on seeing their own
 * place in `import.meta`, so that what lies beside them is found.
 *
 * @throws Error when the sources do not compile or the file cannot be written.
 */
export async function writeScript(
  root: string,
  entry: string,
  script: string,
): Promise<readonly string[]> {
  const { metafile, outputFiles } = await esbuild.build({
    entryPoints: [entry],
    absWorkingDir: root,
    outfile: script,
    write: false,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node22",
    legalComments: "none",
    // Names and space are part of the compiled code that every run reads; traces come from the sources.
    minify: true,
    define: {
      "import.meta.dirname": placeNames[0],
      "import.meta.filename": placeNames[1],
      "import.meta.url": placeNames[2],
    },
    metafile: true,
    logLevel: "silent",
    plugins: [chosenPackages, ownPlaces(root)],
  });
  await mkdir(dirname(script), { recursive: true });
  for (const { text } of outputFiles) await writeFile(script, inAscii(text));
  return Object.keys(metafile.inputs)
    .filter((path) => !path.includes("node_modules/"))
    .map((path) => resolve(root, path));
}

/** The few other letters, all in regular expressions and comments, are written by number: plain bytes are read fastest. */
function inAscii(text: string): string {
  return text.replace(
    /[^\0-\x7F]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
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
 * that each file then has for itself. `loadBundle` says where the root is, so that a checkout may move.
 */
function ownPlaces(root: string): esbuild.Plugin {
  return {
    name: "own-places",
    setup(build) {
      build.onLoad({ filter: /\.[jt]s$/ }, async ({ path }) => {
        if (!path.startsWith(root + sep) || path.includes("node_modules")) return undefined;
        const text = await readFile(path, "utf8");
        const loader = extname(path) === ".ts" ? "ts" : "js";
        if (!text.includes("import.meta")) return { contents: text, loader };
        const place = JSON.stringify(relative(root, path).split(sep));
        const head = `const [${placeNames.join(", ")}] = __placeOf(${place});`;
        return { contents: `${head}${text}`, loader };
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
