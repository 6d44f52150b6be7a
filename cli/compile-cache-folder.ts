import { homedir } from "node:os";
import { join } from "node:path";

/** Where compiled sources are kept between runs: below the user's cache. Nothing is lost when it goes. */
export function compileCacheFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const given = environment["XDG_CACHE_HOME"];
  const cache = given === undefined || given === "" ? join(homedir(), ".cache") : given;
  return join(cache, "heddle", "compile");
}
