import { execa } from "execa";
import { join } from "node:path";
import { ensureTools } from "../../tools/index.ts";
import { benchError } from "./bench-error.ts";
import type { BenchPaths } from "./bench-paths.ts";
import type { Manifest } from "./manifest.ts";
import { waitUntil } from "./wait-until.ts";

/** Kinds that others need; everything else comes after them. */
const first = ["Namespace", "CustomResourceDefinition"];

/**
 * Applies objects server-side, kinds that others need first, and repeats what the API server cannot take yet (a kind
 * that is being registered, a webhook that is starting) for up to a minute.
 *
 * @throws HeddleError HED5003 with the API server's answer when an object is refused
 */
export async function applyManifests(
  paths: BenchPaths,
  objects: readonly Manifest[],
): Promise<void> {
  const { kubectl } = await ensureTools(["kubectl"]);
  const needed = objects.filter(({ kind }) => first.includes(kind));
  for (const items of [needed, objects.filter((object) => !needed.includes(object))]) {
    if (items.length > 0) await applyList(paths, kubectl, items);
  }
}

async function applyList(
  paths: BenchPaths,
  kubectl: string,
  items: readonly Manifest[],
): Promise<void> {
  let answer = "";
  const applied = await waitUntil(
    async () => {
      const result = await execa(kubectl, applyArguments(paths), {
        input: JSON.stringify({ apiVersion: "v1", kind: "List", items }),
        reject: false,
        timeout: 60_000,
      });
      answer = result.stderr;
      return !result.failed;
    },
    { timeout: 60_000, interval: 500 },
  );
  if (applied) return;
  throw benchError({
    code: "HED5003",
    message: `the cluster did not take its objects: ${answer.slice(-600)}`,
    fix: `read the API server's log: heddle bench logs kube-apiserver --name ${paths.name}`,
  });
}

function applyArguments(paths: BenchPaths): readonly string[] {
  return [
    "apply",
    `--kubeconfig=${paths.kubeconfig}`,
    // What is learnt about this cluster goes with it, not into the user's home.
    `--cache-dir=${join(paths.data, "kubectl")}`,
    "--server-side",
    "--force-conflicts",
    "--field-manager=heddle-bench",
    "--filename=-",
  ];
}
