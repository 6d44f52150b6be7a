import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { freshBundle } from "./bundle-record.ts";

/**
 * The module that runs the command line. In a checkout it is a bundle of the sources as they are, made when one of
 * them changed: reading several hundred files one by one would be most of a short command. Where none can be made
 * (a folder that is not ours, sources that do not compile) the sources themselves run and say what is wrong; so they
 * do with `HEDDLE_DEBUG`, for the sake of readable traces.
 */
export async function commandLineModule(here: string): Promise<string> {
  const extension = here.slice(here.lastIndexOf("."));
  const plain = pathToFileURL(join(dirname(here), `run-command-line${extension}`)).href;
  // The published package has no sources.
  if (extension !== ".ts" || process.env["HEDDLE_DEBUG"]) return plain;
  const root = dirname(dirname(here));
  const fresh = freshBundle(root);
  if (fresh !== undefined) return pathToFileURL(fresh).href;
  try {
    const { writeBundle } = await import("./write-bundle.ts");
    return pathToFileURL(await writeBundle(root)).href;
  } catch {
    return plain;
  }
}
