import { homedir } from "node:os";
import { join } from "node:path";

/** The user's cache folder of Heddle: `$XDG_CACHE_HOME/heddle`, by default `~/.cache/heddle`. */
export function cacheFolder(): string {
  const given = process.env["XDG_CACHE_HOME"];
  return join(given === undefined || given === "" ? join(homedir(), ".cache") : given, "heddle");
}

/** Where tools are installed: `<cache>/tools`. */
export function toolsFolder(): string {
  return join(cacheFolder(), "tools");
}

/** A tool with its version, the key of the cache: `kubelet-1.34.3`. */
export function toolKey(name: string, version: string): string {
  return `${name}-${version}`;
}

/** Where a tool lies once it is installed: `<cache>/tools/<name>-<version>/<name>`. */
export function installedPath(name: string, version: string): string {
  return join(toolsFolder(), toolKey(name, version), name);
}
