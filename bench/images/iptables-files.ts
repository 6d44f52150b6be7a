import { existsSync } from "node:fs";
import { readdir, realpath } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ImageFile } from "./image-file.ts";
import { sharedLibraries } from "./shared-libraries.ts";

/** The programs that the proxy's init container calls, in every flavour that is installed. */
const programs = ["iptables", "ip6tables"].flatMap((family) =>
  ["", "-legacy", "-nft"].flatMap((flavour) =>
    ["", "-save", "-restore"].map((action) => `${family}${flavour}${action}`),
  ),
);

/**
 * The machine's iptables with its extensions and libraries, at the same paths.
 *
 * @throws Error when iptables is not installed
 */
export async function iptablesFiles(): Promise<readonly ImageFile[]> {
  const installed = programs
    .map((name) =>
      ["/usr/sbin", "/sbin"].map((at) => join(at, name)).find((path) => existsSync(path)),
    )
    .filter((path) => path !== undefined);
  if (installed.length === 0) throw new Error("iptables is not installed");
  // All of them are links to one binary a flavour, which looks at the name it is called by.
  const targets = await Promise.all(installed.map((path) => realpath(path)));
  const binaries = [...new Set(targets)];
  const links = installed.flatMap((path, index) => {
    const link = targets[index];
    return link === undefined || link === path
      ? []
      : [{ path: join("/usr/sbin", basename(path)), link }];
  });
  const extensions = await extensionFiles();
  return [
    ...binaries.map((path) => ({ path, source: path })),
    ...links,
    ...extensions.map((path) => ({ path, source: path })),
    ...(await sharedLibraries([...binaries, ...extensions])),
  ];
}

/** Matches and targets (`owner`, `REDIRECT`, …) are libraries that iptables loads by name. */
async function extensionFiles(): Promise<readonly string[]> {
  const roots = (await readdir("/usr/lib")).map((entry) => join("/usr/lib", entry, "xtables"));
  const directory = [...roots, "/usr/lib/xtables", "/usr/lib64/xtables"].find((path) =>
    existsSync(path),
  );
  if (directory === undefined) return [];
  const files = await readdir(directory);
  return files.filter((file) => file.endsWith(".so")).map((file) => join(directory, file));
}
