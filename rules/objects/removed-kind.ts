import {
  customResourceDefinitionSpec,
  customResourceDefinitionType,
} from "../../graph/kinds/custom-resource-definition.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** Groups that Istio had, with what has replaced them. */
const removed: Readonly<Record<string, string>> = {
  "rbac.istio.io": "AuthorizationPolicy (security.istio.io)",
  "authentication.istio.io": "PeerAuthentication and RequestAuthentication (security.istio.io)",
  "config.istio.io": "Telemetry, WasmPlugin and AuthorizationPolicy",
};

const rbacKinds: ReadonlySet<string> = new Set([
  "ClusterRbacConfig",
  "RbacConfig",
  "ServiceRole",
  "ServiceRoleBinding",
]);

/** No object is of a kind that Istio no longer has, and none of these kinds is defined. */
export const removedKind: Rule = {
  id: "objects/removed-kind",
  code: "HED4101",
  severity: "warning",
  summary: "no object is of a kind that Istio no longer has",
  covers: ["IST0002"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, customResourceDefinitionType)) {
      const { group, names } = customResourceDefinitionSpec(object) ?? {};
      if (group !== "rbac.istio.io" || !rbacKinds.has(names?.kind ?? "")) continue;
      const message = `the kind ${names?.kind ?? ""} of ${group} is no longer in Istio`;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "names"]),
        message,
        fix: "remove it",
      });
    }
    for (const object of graph.objects) {
      const instead = Object.hasOwn(removed, object.group) ? removed[object.group] : undefined;
      if (instead === undefined) continue;
      const message = `the kind ${object.kind} of ${object.group} is no longer in Istio and has no effect`;
      const origin = object.origin(["apiVersion"]);
      find({ outcome: "fail", origin, message, fix: `use ${instead}`, covers: [] });
    }
  },
};
