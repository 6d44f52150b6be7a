import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import type { Rule } from "../rule.ts";
import { acceptsPlaintext } from "./accepted-modes.ts";
import { settledObjects } from "./settled-objects.ts";
import {
  actionOf,
  filledField,
  hasTarget,
  identityFields,
  notIdentityFields,
  sourcesOf,
  withAction,
  type PlacedSource,
} from "./sources-of.ts";

/** Who is kept out by identity cannot come without one: the port does not accept plaintext. */
export const identityInPlaintext: Rule = {
  id: "access/identity-in-plaintext",
  code: "HED4552",
  severity: "warning",
  summary: "who is kept out by identity cannot come in plaintext, without one",
  covers: [],
  reads: ["objects", "receiverModes"],
  needs: ["receiver-mode"],
  check(graph, find) {
    const guarded = namespacesRefusingNameless(graph);
    if (guarded.has(rootNamespace(graph))) return;
    for (const object of settledObjects(graph, authorizationPolicyType, find)) {
      const spec = authorizationPolicySpec(object);
      if (spec === undefined || hasTarget(spec) || guarded.has(object.namespace)) continue;
      for (const placed of sourcesOf(object)) {
        const field = escapedField(actionOf(spec), placed);
        if (field === undefined) continue;
        const pod = acceptsPlaintext(graph, object, spec, placed.rule);
        if (pod === undefined) continue;
        find({
          outcome: "fail",
          origin: object.origin([...placed.path, field]),
          message: `${field} keeps callers out by identity, and ${pod.object.kind} ${pod.name} accepts plaintext, in which a caller has none and gets past`,
          fix: 'set mTLS to STRICT for the workload, or also deny notPrincipals: ["*"]',
        });
        break;
      }
    }
  },
};

const bindingFields = [
  ...identityFields,
  ...(["requestPrincipals", "ipBlocks", "remoteIpBlocks"] as const),
];

/** The field of a source that a caller without identity escapes. */
function escapedField(action: string, { source, rule }: PlacedSource): string | undefined {
  if (action === "DENY") return filledField(identityFields, source);
  if (action !== "ALLOW" || (rule.when ?? []).length > 0) return undefined;
  if (filledField(bindingFields, source) !== undefined) return undefined;
  return filledField(notIdentityFields, source);
}

/** Namespaces with a DENY for everybody who has no identity. */
const namespacesRefusingNameless = perGraph((graph: ObjectGraph): ReadonlySet<string> => {
  const denying = withAction(objectsOf(graph, authorizationPolicyType), "DENY");
  const refusing = denying.filter((object) =>
    sourcesOf(object).some(({ source }) => source.notPrincipals?.includes("*") ?? false),
  );
  return new Set(refusing.map(({ namespace }) => namespace));
});
