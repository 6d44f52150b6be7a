import { gatewayApiDefinitions } from "../../../tools/index.ts";
import { kubectl } from "./kubectl.ts";

/**
 * The kinds of the Gateway API with their experimental fields, and those of an implementation's own from their folders.
 * Stays: others may use them.
 */
export async function installGatewayApi(
  kubeconfig: string,
  others: readonly string[] = [],
): Promise<void> {
  const folders = [await gatewayApiDefinitions("experimental"), ...others];
  const apply = ["apply", "--server-side", "--force-conflicts"];
  await kubectl(kubeconfig, [...apply, ...folders.map((folder) => `--filename=${folder}`)]);
  await kubectl(kubeconfig, [
    "wait",
    "--for=condition=Established",
    "crd",
    "--all",
    "--timeout=60s",
  ]);
}
