import { podsOfIstio } from "../../graph/objects/pods-of-istio.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import type { PodContainer } from "../../graph/kinds/pod-spec.ts";
import type { Rule } from "../rule.ts";
import { resourceKinds, resourceOf } from "./proxy-resources.ts";

/** Gateways and the control plane ask for what they need. */
export const missingRequests: Rule = {
  id: "operations/missing-requests",
  code: "HED4821",
  severity: "info",
  summary: "gateways and istiod request CPU and memory",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of podsOfIstio(graph)) {
      if (pod.object.type !== "apps/Deployment" && pod.object.type !== "apps/DaemonSet") continue;
      pod.containers.forEach((container, index) => {
        if (!isChecked(pod, container)) return;
        const missing = resourceKinds.filter(
          (kind) =>
            resourceOf(container.resources, "requests", kind) === undefined &&
            resourceOf(container.resources, "limits", kind) === undefined,
        );
        if (missing.length === 0) return;
        find({
          outcome: "fail",
          origin: pod.origin(["spec", "containers", index]),
          message: `the container ${container.name ?? ""} requests no ${missing.join(" and no ")}`,
          fix: "set resources.requests to what it uses under load",
        });
      });
    }
  },
};

/** A proxy that the injector puts in gets the requests of its template. */
function isChecked({ labels, containers }: VirtualPod, { name, image }: PodContainer): boolean {
  if (labels["app"] === "istiod") return name === "discovery";
  const isGateway = containers.every((each) => each.name === "istio-proxy");
  return isGateway && image !== undefined && image !== "" && image !== "auto";
}
