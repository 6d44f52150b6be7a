import { z } from "zod";
import { messages, text, texts } from "../../graph/kinds/fields.ts";
import { readWhole } from "../../graph/kinds/read-kind.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { findObject, objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

const roleType = "rbac.authorization.k8s.io/ClusterRole";
const bindingType = "rbac.authorization.k8s.io/ClusterRoleBinding";
const roleOf = readWhole(
  roleType,
  z.looseObject({ rules: messages({ apiGroups: texts, resources: texts, verbs: texts }) }),
);
const bindingOf = readWhole(
  bindingType,
  z.looseObject({
    roleRef: z.looseObject({ kind: text, name: text }).optional(),
    subjects: messages({ kind: text, name: text }),
  }),
);

/** Only those who run the mesh may write what changes every proxy. */
export const openRole: Rule = {
  id: "access/open-role",
  code: "HED4694",
  severity: "warning",
  summary: "not everybody may write EnvoyFilters, WasmPlugins and Gateways",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, roleType)) {
      const kinds = writable(object);
      const label = widened.find((each) => object.labels[each] === "true");
      if (kinds === undefined || label === undefined) continue;
      find({
        outcome: "fail",
        origin: object.origin(["rules"]),
        message: `everybody with the role ${label.replace(/^.*-/, "")} of any namespace may write ${kinds}, which change proxies of others too`,
        fix: `remove the label ${label}, and bind this role to those who run the mesh`,
      });
    }
    for (const object of objectsOf(graph, bindingType)) {
      const { roleRef, subjects = [] } = bindingOf(object) ?? {};
      const group = subjects.find(
        (each) => each.kind === "Group" && everybody.has(each.name ?? ""),
      );
      const role = findObject(graph, roleType, "default", roleRef?.name ?? "");
      const kinds = role && writable(role);
      if (group === undefined || kinds === undefined) continue;
      find({
        outcome: "fail",
        origin: object.origin(["subjects"]),
        message: `everybody in ${group.name ?? ""} may write ${kinds}, which change proxies of others too`,
        fix: "bind the role to those who run the mesh",
      });
    }
  },
};

/** Labels that add a role to one of Kubernetes' own, which teams get for their namespaces. */
const widened = ["edit", "admin"].map((each) => `rbac.authorization.k8s.io/aggregate-to-${each}`);
const everybody: ReadonlySet<string> = new Set([
  "system:authenticated",
  "system:unauthenticated",
  "system:serviceaccounts",
]);
const groups: ReadonlySet<string> = new Set(["*", "networking.istio.io", "extensions.istio.io"]);
const resources: ReadonlySet<string> = new Set(["*", "envoyfilters", "wasmplugins", "gateways"]);
const verbs: ReadonlySet<string> = new Set(["*", "create", "update", "patch"]);

/** What of it a role lets people write, for people. */
function writable(object: KubernetesObject): string | undefined {
  const given = (roleOf(object)?.rules ?? []).filter(
    (each) =>
      each.apiGroups?.some((one) => groups.has(one)) && each.verbs?.some((one) => verbs.has(one)),
  );
  const found = given.flatMap((each) => each.resources?.filter((one) => resources.has(one)) ?? []);
  return found.length === 0 ? undefined : [...new Set(found)].join(", ");
}
