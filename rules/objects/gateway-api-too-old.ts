import { customResourceDefinitionType } from "../../graph/kinds/custom-resource-definition.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

const bundle = "gateway.networking.k8s.io/bundle-version";

/** The first release of the Gateway API whose definition Istio 1.31 accepts. */
const minimum: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  "backendtlspolicies.gateway.networking.k8s.io": [1, 4],
  "grpcroutes.gateway.networking.k8s.io": [1, 1],
  "tcproutes.gateway.networking.k8s.io": [1, 6],
  "tlsroutes.gateway.networking.k8s.io": [1, 5],
};

/** The definitions of the Gateway API are of a release that Istio reads. */
export const gatewayApiTooOld: Rule = {
  id: "objects/gateway-api-too-old",
  code: "HED4104",
  severity: "warning",
  summary: "the Gateway API is of a release that Istio reads",
  covers: ["IST0176"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, customResourceDefinitionType)) {
      const needed = Object.hasOwn(minimum, object.name) ? minimum[object.name] : undefined;
      const said = object.annotations[bundle];
      if (needed === undefined || said === undefined) continue;
      const release = /^v?(\d+)(?:\.(\d+))?(?:\.\d+)?(?:[-+].*)?$/.exec(said);
      if (release === null) continue;
      const [major, minor] = [Number(release[1]), Number(release[2] ?? 0)];
      if (major > needed[0] || (major === needed[0] && minor >= needed[1])) continue;
      const first = `v${needed.join(".")}.0`;
      find({
        outcome: "fail",
        origin: object.origin(["metadata", "annotations", bundle]),
        message: `the definition is of release ${said} of the Gateway API, and Istio reads this kind from ${first} on`,
        fix: `install the Gateway API ${first} or later`,
      });
    }
  },
};
