import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ensureAnchor, mountNamespaceMember } from "./anchor.ts";
import { withHostLock } from "./bench-lock.ts";
import { removeFiles, stopEverything } from "./bench-cleanup.ts";
import { qualifiedName, type BenchPaths } from "./bench-paths.ts";
import { currentBootId, readBenchState, writeBenchState, type BenchState } from "./bench-state.ts";
import { ensureCertificates } from "./certificates.ts";
import { createControlGroups } from "./control-groups.ts";
import { createHostDirectories } from "./host-directories.ts";
import type { LaunchContext } from "./launch.ts";
import { ensureNetworkNamespace } from "./network-namespace.ts";

/**
 * Makes the ground on which components are started: folders, certificates, namespaces, control groups. A bench
 * whose mount namespace lives is completed; else it starts as an empty cluster, because the mounts and sandboxes that
 * its files speak of are gone.
 */
export async function prepareBench(
  paths: BenchPaths,
): Promise<Required<LaunchContext> & { readonly fresh: boolean }> {
  const bootId = await currentBootId();
  const old = await readBenchState(paths);
  const survivor = old?.bootId === bootId ? mountNamespaceMember(old) : undefined;
  const fresh = survivor === undefined;
  if (fresh) {
    await stopEverything(paths, old?.bootId === bootId ? old : undefined);
    await removeFiles(paths, true);
  }
  const state: BenchState =
    old !== undefined && !fresh
      ? old
      : {
          version: 1,
          id: randomUUID(),
          apiServerPort: old?.apiServerPort ?? 0,
          bootId,
          processes: {},
        };
  await mkdir(paths.data, { recursive: true, mode: 0o700 });
  await mkdir(join(paths.data, "cni.d"), { recursive: true });
  writeBenchState(paths, state);
  await Promise.all([
    withHostLock(async () => {
      await createHostDirectories(paths);
      await ensureNetworkNamespace(paths, survivor);
    }),
    createControlGroups(paths.controlGroup),
    ensureCertificates(paths, qualifiedName(paths.name)),
  ]);
  const mountNamespacePid = await ensureAnchor({ paths, state });
  return { paths, state, mountNamespacePid, fresh };
}
