import { execa } from "execa";
import { ensureTools } from "../../../tools/index.ts";

/** Runs kubectl on a cluster and gives what it prints; throws with its words when it fails. */
export async function kubectl(
  kubeconfig: string,
  args: readonly string[],
  input?: string,
): Promise<string> {
  const { kubectl: program } = await ensureTools(["kubectl"]);
  const { stdout } = await execa(program, [`--kubeconfig=${kubeconfig}`, ...args], {
    timeout: 180_000,
    ...(input === undefined ? {} : { input }),
  });
  return stdout;
}
