import { KubeConfig } from "@kubernetes/client-node";
import { execa } from "execa";
import { isIstioReady, istioManifests } from "../../bench/cluster/install-istio.ts";
import { waitUntil } from "../../bench/cluster/wait-until.ts";
import type { Manifest } from "../../graph/index.ts";
import { ensureTools } from "../../tools/index.ts";

/** A cluster with Istio, and objects on it that go again. */
export interface IstioGround {
  /** Applies objects, namespaces first, and waits until every Deployment among them is available. */
  apply(manifests: readonly Manifest[]): Promise<void>;
  /** Removes all that was applied, and Istio where it was installed here. */
  remove(): Promise<void>;
}

/** Trust domain of the control plane. */
export const trustDomain = "cluster.local";

/** Installs Istio's control plane where the cluster has none: for tests that look at single objects, without Pulumi. */
export async function prepareIstio(kubeconfig: string): Promise<IstioGround> {
  const { kubectl: program } = await ensureTools(["kubectl"]);
  const kubectl = async (args: readonly string[], items?: readonly unknown[]): Promise<void> => {
    const input = JSON.stringify({ apiVersion: "v1", kind: "List", items: items ?? [] });
    await execa(program, [`--kubeconfig=${kubeconfig}`, ...args], { input, timeout: 180_000 });
  };
  const put = ["apply", "--server-side", "--force-conflicts", "--filename=-"];
  const drop = ["delete", "--ignore-not-found", "--filename=-"];
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  const isReady = (): Promise<boolean> => isIstioReady(config).catch(() => false);
  const installed: Manifest[] = [];
  if (!(await isReady())) {
    const home = { apiVersion: "v1", kind: "Namespace", metadata: { name: "istio-system" } };
    installed.push(home, ...((await istioManifests({ trustDomain })) as Manifest[]));
    await inOrder(installed, (items) => kubectl(put, items));
    if (!(await waitUntil(isReady, { timeout: 120_000, interval: 200 }))) {
      throw new Error("istiod did not become ready");
    }
  }
  const applied: Manifest[] = [];
  return {
    async apply(manifests) {
      applied.push(...manifests);
      await inOrder(manifests, (items) => kubectl(put, items));
      for (const { kind, metadata } of manifests) {
        if (kind !== "Deployment") continue;
        const where = `--namespace=${metadata.namespace ?? "default"}`;
        await kubectl([
          "rollout",
          "status",
          `deployment/${metadata.name}`,
          where,
          "--timeout=150s",
        ]);
      }
    },
    async remove() {
      const everything = [...applied, ...installed];
      const homes = [
        ...new Set(everything.filter(isNamespace).map(({ metadata }) => metadata.name)),
      ];
      // A namespace takes along what is in it.
      const alone = everything.filter(({ metadata }) => !homes.includes(metadata.namespace ?? ""));
      const items = onceEach(alone.toReversed());
      await kubectl([...drop, "--wait=false"], items);
      // Nothing comes after pods there any more; half the time that they usually have is how long namespaces wait.
      await Promise.all(
        homes.map((home) =>
          kubectl(["delete", "pods", "--all", `--namespace=${home}`, "--grace-period=1"]),
        ),
      );
      await kubectl([...drop, "--wait"], items);
    },
  };
}

function isNamespace({ kind }: Manifest): boolean {
  return kind === "Namespace";
}

/** Objects that were applied more than once, once. */
function onceEach(manifests: readonly Manifest[]): readonly Manifest[] {
  const path = ({ apiVersion, kind, metadata: { namespace = "", name } }: Manifest): string =>
    [apiVersion, kind, namespace, name].join("/");
  return [...new Map(manifests.map((each) => [path(each), each])).values()];
}

/** Kinds that others need come first. */
async function inOrder(
  manifests: readonly Manifest[],
  apply: (items: readonly Manifest[]) => Promise<void>,
): Promise<void> {
  const isFirst = (each: Manifest): boolean =>
    isNamespace(each) || each.kind === "CustomResourceDefinition";
  for (const items of [manifests.filter(isFirst), manifests.filter((each) => !isFirst(each))]) {
    if (items.length > 0) await apply(items);
  }
}
