import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { settledObjects } from "./settled-objects.ts";
import { withAction } from "./sources-of.ts";
import type { Rule } from "../rule.ts";

/** The provider of every CUSTOM rule is defined in the mesh's configuration. Otherwise everything is refused. */
export const customProviderMissing: Rule = {
  id: "access/custom-provider-missing",
  code: "HED4405",
  severity: "error",
  summary: "the providers of CUSTOM access rules are defined",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const { config, object: source } = meshConfig(graph);
    if (source === undefined || source.unresolved.length > 0) return;
    const known = new Set((config.extensionProviders ?? []).map(({ name }) => name));
    const policies = settledObjects(graph, authorizationPolicyType, find);
    for (const object of withAction(policies, "CUSTOM")) {
      const name = authorizationPolicySpec(object)?.provider?.name ?? "";
      if (name === "" || known.has(name)) continue;
      find({
        outcome: "fail",
        absent: [],
        origin: object.origin(["spec", "provider", "name"]),
        message: `provider "${name}" is not defined, so that every request is refused; defined: ${[...known].join(", ") || "none"}`,
        fix: `add it to extensionProviders of ${source.kind} ${source.name}, or correct the name`,
      });
    }
  },
};
