import { mkdir, readdir, readlink, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Shows a ConfigMap as files as kubelet does: a folder of its own for each content, the link `..data` that is moved from
 * one to the next, and for each key a link through it.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/volume/util/atomic_writer.go
 */
export async function mountConfigMap(
  folder: string,
  data: Readonly<Record<string, string>>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const old = await readlink(join(folder, "..data")).catch(() => undefined);
  const fresh = `..content-${String((await readdir(folder)).length)}-${String(Date.now())}`;
  await mkdir(join(folder, fresh));
  for (const [key, text] of Object.entries(data)) await writeFile(join(folder, fresh, key), text);
  await symlink(fresh, join(folder, "..data_tmp"));
  await rename(join(folder, "..data_tmp"), join(folder, "..data"));
  for (const key of Object.keys(data)) {
    await symlink(join("..data", key), join(folder, key)).catch(ignoreExisting);
  }
  const gone = (await readdir(folder)).filter((name) => !name.startsWith("..") && !(name in data));
  for (const key of gone) await rm(join(folder, key));
  if (old !== undefined) await rm(join(folder, old), { recursive: true });
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
}
