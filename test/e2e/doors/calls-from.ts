import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { kubectl } from "../setup/kubectl.ts";
import type { Answer, Call } from "./client.ts";

/** Makes calls from inside a pod of a deployment, one after the other, and gives what came of each. */
export async function callsFrom(
  kubeconfig: string,
  { namespace, deployment }: { readonly namespace: string; readonly deployment: string },
  calls: readonly Call[],
): Promise<readonly Answer[]> {
  const script = await readFile(join(import.meta.dirname, "client.ts"), "utf8");
  const place = [`--namespace=${namespace}`, "--container=app", "--stdin"];
  const node = ["/usr/local/bin/node", "--input-type=module-typescript", "-"];
  const all = ["exec", ...place, `deployment/${deployment}`, "--", ...node, JSON.stringify(calls)];
  return JSON.parse(await kubectl(kubeconfig, all, script)) as readonly Answer[];
}
