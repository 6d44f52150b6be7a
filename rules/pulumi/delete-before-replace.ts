import type { Rule } from "../rule.ts";

const types = new Set([
  "/Service",
  "networking.istio.io/DestinationRule",
  "networking.istio.io/Gateway",
  "networking.istio.io/ServiceEntry",
  "networking.istio.io/Sidecar",
  "networking.istio.io/VirtualService",
  "security.istio.io/AuthorizationPolicy",
  "security.istio.io/PeerAuthentication",
  "security.istio.io/RequestAuthentication",
  "gateway.networking.k8s.io/Gateway",
  "gateway.networking.k8s.io/GRPCRoute",
  "gateway.networking.k8s.io/HTTPRoute",
  "gateway.networking.k8s.io/TLSRoute",
]);

/** What carries traffic, or guards it, is not away while it is replaced. */
export const deleteBeforeReplace: Rule = {
  id: "pulumi/delete-before-replace",
  code: "HED4863",
  severity: "warning",
  summary: "routes, gateways and policies are not deleted before they are replaced",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of graph.objects) {
      if (object.stack?.deleteBeforeReplace !== true || !types.has(object.type)) continue;
      const gap = object.group === "security.istio.io" ? "nothing guards" : "nothing routes";
      find({
        outcome: "fail",
        origin: object.origin(["metadata"]),
        message: `is deleted before its successor is made: for some time ${gap} what it is for`,
        fix: "remove deleteBeforeReplace; where the name has to change, make the new object first and remove the old one with the next deployment",
      });
    }
  },
};
