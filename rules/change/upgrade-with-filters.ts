import { envoyFilterSpec, envoyFilterType } from "../../graph/kinds/envoy-filter.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { virtualPods } from "../../graph/objects/virtual-pods.ts";
import { istioImages } from "../operations/istio-version.ts";
import type { Change, ChangeRule } from "../rule.ts";

/** A patch of Envoy's configuration is tried before a version of Envoy that it was not written for. */
export const upgradeWithFilters: ChangeRule = {
  id: "change/upgrade-with-filters",
  code: "HED4880",
  severity: "warning",
  summary: "an upgrade of the control plane meets no EnvoyFilter for every version",
  covers: [],
  reads: ["objects"],
  needs: [],
  check({ before, after }, find) {
    const was = new Set(minorsOf(before));
    const is = minorsOf(after).filter((each) => !was.has(each));
    const next = Math.max(...is);
    if (was.size === 0 || is.length === 0) return;
    for (const object of objectsOf(after, envoyFilterType)) {
      const patches = envoyFilterSpec(object)?.configPatches ?? [];
      const index = patches.findIndex(({ match }) => (match?.proxy?.proxyVersion ?? "") === "");
      if (index < 0) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "configPatches", index]),
        message: `patches the proxies of 1.${String(next)} too, whose configuration may have another form`,
        fix: `try it on one proxy of 1.${String(next)}, then limit each version's patch with match.proxy.proxyVersion; or use a field of Istio that does the same`,
      });
    }
  },
};

function minorsOf(graph: Change["after"]): readonly number[] {
  return virtualPods(graph).flatMap((pod) => istioImages(pod, "pilot").map(({ minor }) => minor));
}
