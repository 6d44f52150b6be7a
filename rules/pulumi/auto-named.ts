import type { Rule } from "../rule.ts";

/** Names that Istio looks for, by type. */
const fixed: ReadonlyMap<string, RegExp> = new Map([
  ["/ConfigMap", /^istio(?:-sidecar-injector|-ca-root-cert)?$/],
  ["/Namespace", /^istio-system$/],
  ["/Secret", /^cacerts$/],
  ["/Service", /^istiod$/],
  ["/ServiceAccount", /^istiod$/],
  ["gateway.networking.k8s.io/GatewayClass", /^istio/],
]);

/** What is found by its name has that name, without the letters that Pulumi adds. */
export const autoNamed: Rule = {
  id: "pulumi/auto-named",
  code: "HED4864",
  severity: "error",
  summary: "objects that Istio looks for by name say their name",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of graph.objects) {
      if (object.annotations["pulumi.com/autonamed"] !== "true") continue;
      const [, meant = ""] = /^(.+)-[0-9a-f]{7,8}$/.exec(object.name) ?? [];
      if (fixed.get(object.type)?.test(meant) !== true) continue;
      find({
        outcome: "fail",
        origin: object.origin(["metadata", "name"]),
        message: `is named ${object.name} by Pulumi, and Istio looks for ${meant}`,
        fix: `set metadata.name: ${meant}`,
      });
    }
  },
};
