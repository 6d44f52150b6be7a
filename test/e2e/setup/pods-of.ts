import { kubectl } from "./kubectl.ts";

/** Names of the pods with some labels, in no order. */
export async function podsOf(
  kubeconfig: string,
  { namespace, selector }: { readonly namespace: string; readonly selector: string },
): Promise<readonly string[]> {
  const select = ["get", "pods", `--namespace=${namespace}`, `--selector=${selector}`];
  const names = "--output=jsonpath={.items[*].metadata.name}";
  return (await kubectl(kubeconfig, [...select, names])).split(" ");
}
