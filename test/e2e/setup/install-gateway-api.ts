import { gatewayApiDefinitions } from "../../../tools/index.ts";
import { kubectl } from "./kubectl.ts";

/** The kinds of the Gateway API with their experimental fields. Stays: others may use them. */
export async function installGatewayApi(kubeconfig: string): Promise<void> {
  const folder = await gatewayApiDefinitions("experimental");
  const apply = ["apply", "--server-side", "--force-conflicts"];
  await kubectl(kubeconfig, [...apply, `--filename=${folder}`]);
  await kubectl(kubeconfig, [
    "wait",
    "--for=condition=Established",
    "crd",
    "--all",
    "--timeout=60s",
  ]);
}
