import { kubectl } from "./kubectl.ts";

/** Names of the pods of an application, in no order. */
export async function podsOf(
  kubeconfig: string,
  { namespace, app }: { readonly namespace: string; readonly app: string },
): Promise<readonly string[]> {
  const select = ["get", "pods", `--namespace=${namespace}`, `--selector=app=${app}`];
  const names = "--output=jsonpath={.items[*].metadata.name}";
  return (await kubectl(kubeconfig, [...select, names])).split(" ");
}
