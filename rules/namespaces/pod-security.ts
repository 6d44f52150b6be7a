import { objectsOf } from "../../graph/objects/objects-of.ts";
import { modeOfNamespace } from "../../graph/objects/injection.ts";
import type { Rule } from "../rule.ts";
import { applicationNamespaces } from "./injection-labels.ts";

const enforce = "pod-security.kubernetes.io/enforce";

/** Where pod security is enforced, the proxy's traffic is set up by the CNI plugin: the init container is refused. */
export const podSecurity: Rule = {
  id: "namespaces/pod-security",
  code: "HED4124",
  severity: "warning",
  summary: "pod security of a namespace admits the proxy",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const controlPlane = objectsOf(graph, "apps/Deployment").some(
      ({ labels }) => labels["app"] === "istiod",
    );
    const plugin = objectsOf(graph, "apps/DaemonSet").some(({ name }) =>
      name.includes("istio-cni"),
    );
    // Only an input that describes Istio's installation shows that the plugin is not there.
    if (!controlPlane || plugin) return;
    for (const namespace of applicationNamespaces(graph)) {
      const level = namespace.labels[enforce];
      if (level !== "baseline" && level !== "restricted") continue;
      if (modeOfNamespace(graph, namespace.name) !== "sidecar") continue;
      find({
        outcome: "fail",
        origin: namespace.origin(["metadata", "labels", enforce]),
        message: `${enforce} is ${level}, which refuses the init container of the proxy (NET_ADMIN)`,
        fix: "install Istio's CNI plugin, which makes the init container needless",
      });
    }
  },
};
