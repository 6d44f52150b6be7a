import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import { meshConfig, rootNamespace } from "../../graph/objects/mesh-config.ts";
import { serverModeOf, startsMtls } from "../mtls/wide-settings.ts";
import type { Rule } from "../rule.ts";
import { settledObjects } from "./settled-objects.ts";
import {
  filledField,
  identityFields,
  notIdentityFields,
  sourcesOf,
  type Source,
} from "./sources-of.ts";

const conditions: ReadonlySet<string> = new Set([
  "source.namespace",
  "source.principal",
  "connection.sni",
]);

/** Access rules ask for the caller's identity only where something makes callers show one. */
export const identityWithoutStartedMtls: Rule = {
  id: "access/identity-without-started-mtls",
  code: "HED4659",
  severity: "error",
  summary: "access rules that ask for identity are where mTLS is started",
  covers: ["KIA0105"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    // With automatic mTLS, proxies start it by themselves.
    if (meshConfig(graph).config.enableAutoMtls !== false) return;
    for (const object of settledObjects(graph, authorizationPolicyType, find)) {
      const scope = object.namespace === rootNamespace(graph) ? undefined : object.namespace;
      const server = serverModeOf(graph, scope);
      const isTaken = server !== undefined && server.mode !== "DISABLE";
      if (isTaken && startsMtls(graph, scope)) continue;
      const spec = authorizationPolicySpec(object);
      const source = sourcesOf(object).find((each) => fieldOf(each.source) !== undefined);
      const rule = (spec?.rules ?? []).findIndex(({ when = [] }) =>
        when.some(({ key = "" }) => conditions.has(key)),
      );
      if (source === undefined && rule < 0) continue;
      const path = source?.path ?? ["spec", "rules", rule, "when"];
      find({
        outcome: "fail",
        origin: object.origin(path),
        message:
          "asks for the identity of callers, automatic mTLS is off, and no PeerAuthentication with a DestinationRule makes them show one",
        fix: "set enableAutoMtls to true, or add both for the namespace",
        absent: ["receiver-mode", "client-tls"],
      });
    }
  },
};

function fieldOf(source: Source): string | undefined {
  return filledField([...identityFields, ...notIdentityFields], source);
}
