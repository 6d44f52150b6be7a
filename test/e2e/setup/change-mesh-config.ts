import { parse, stringify } from "yaml";
import { z } from "zod";
import { kubectl } from "./kubectl.ts";

const configMap = z.object({ data: z.record(z.string(), z.string()) });
const place = ["--namespace=istio-system", "configmap/istio"];

/** Sets fields of the running control plane's MeshConfig, which it reads at once. Gives what sets them back. */
export async function changeMeshConfig(
  kubeconfig: string,
  fields: object,
): Promise<() => Promise<void>> {
  const text = await kubectl(kubeconfig, ["get", ...place, "--output=json"]);
  const { mesh = "" } = configMap.parse(JSON.parse(text)).data;
  const set = async (content: string): Promise<void> => {
    const patch = JSON.stringify({ data: { mesh: content } });
    await kubectl(kubeconfig, ["patch", ...place, "--type=merge", `--patch=${patch}`]);
  };
  await set(stringify({ ...z.looseObject({}).parse(parse(mesh)), ...fields }));
  return () => set(mesh);
}
