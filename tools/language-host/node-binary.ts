import { join } from "node:path";

import { findUp } from "./find-up.ts";

const LOCAL_NODE = join("node_modules", ".bin", "node");

/**
 * The Node that runs a program: the one that the project installs as a package, since its version
 * is the project's choice, else the one on PATH.
 */
export async function nodeBinary(directory: string): Promise<string> {
  const folder = await findUp(directory, LOCAL_NODE);
  return folder === undefined ? "node" : join(folder, LOCAL_NODE);
}
