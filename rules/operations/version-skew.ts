import type { Rule } from "../rule.ts";
import { istioImages, podsWithIstioImages } from "./istio-version.ts";

/** Minor versions that a proxy may be behind its control plane. */
const mostBehind = 1;

/** No proxy is newer than the control plane, or more than one minor version older. */
export const versionSkew: Rule = {
  id: "operations/version-skew",
  code: "HED4829",
  severity: "warning",
  summary: "a proxy has the minor version of a control plane, or the one before",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const pods = podsWithIstioImages(graph);
    const planes = pods.flatMap((pod) => istioImages(pod, "pilot"));
    if (planes.length === 0) return;
    for (const { pod, minor, version, path } of pods.flatMap((each) =>
      istioImages(each, "proxyv2"),
    )) {
      // Which one of several control planes a proxy has is not always written: one that fits is enough.
      if (planes.some((each) => minor <= each.minor && minor >= each.minor - mostBehind)) continue;
      const versions = [...new Set(planes.map((each) => each.version))].sort().join(", ");
      find({
        outcome: "fail",
        origin: pod.origin([...path, "image"]),
        message: `the proxy is of Istio ${version}, and the control plane of ${versions}; it may be one minor version ahead of its proxies, and never behind them`,
        fix: "upgrade the control plane first, by one minor version, then the proxies",
      });
    }
  },
};
