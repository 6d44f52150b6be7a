import type { Path } from "../../diagnostics/index.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";
import { checkedPods, isControlPlane } from "./checked-workloads.ts";

const user = 1337;

/** No application runs as the user of the proxy, whose traffic is not redirected. */
export const proxyUser: Rule = {
  id: "workloads/proxy-user",
  code: "HED4142",
  severity: "warning",
  summary: "no application runs as user 1337, which belongs to the proxy",
  covers: ["IST0144"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of checkedPods(graph)) {
      const path = isControlPlane(pod) ? undefined : placeOfUser(pod);
      if (path === undefined) continue;
      find({
        outcome: "fail",
        origin: pod.origin(path),
        message: `user ${String(user)} belongs to the proxy, and its traffic bypasses the proxy`,
        fix: "run the application as another user",
      });
    }
  },
};

/** The first place that says the user: the pod, then its containers. A pod of nothing but a proxy is a gateway. */
function placeOfUser({ podSpec, containers }: VirtualPod): Path | undefined {
  if (containers.length > 0 && containers.every(({ name }) => name === "istio-proxy")) {
    return undefined;
  }
  if (podSpec.securityContext?.runAsUser === user) return ["spec", "securityContext", "runAsUser"];
  const index = containers.findIndex(
    ({ name, securityContext }) =>
      name !== "istio-proxy" && name !== "istio-operator" && securityContext?.runAsUser === user,
  );
  return index < 0 ? undefined : ["spec", "containers", index, "securityContext", "runAsUser"];
}
