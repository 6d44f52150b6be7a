import type { CustomResourceOptions, Resource } from "@pulumi/pulumi";
import { Role } from "@pulumi/kubernetes/rbac/v1/role.js";
import { RoleBinding } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import type { Gateway } from "../model/index.ts";
import type { PlainValues } from "./merge-values.ts";

const group = "rbac.authorization.k8s.io";

/**
 * The right of a gateway's account to read the Secrets of its namespace: istiod asks for it before it hands a
 * certificate out. The chart would make it beside the pods. A proxy that asks first is refused, istiod remembers that for
 * a minute, and nothing tells the proxy to ask again: it would serve no TLS until the Secret changes. None where the
 * values of the chart switch it off (`rbac.enabled: false`): then somebody else gives the right.
 */
export function gatewayRights(
  name: string,
  { name: gateway, namespace }: Gateway,
  values: PlainValues,
  options: CustomResourceOptions,
): readonly Resource[] {
  if (member(values, "rbac", "enabled") === false) return [];
  const metadata = { name: `${gateway}-reads-secrets`, namespace };
  const rules = [{ apiGroups: [""], resources: ["secrets"], verbs: ["get", "watch", "list"] }];
  const role = new Role(`${name}-reads-secrets`, { metadata, rules }, options);
  const binding = new RoleBinding(
    `${name}-reads-secrets`,
    {
      metadata,
      roleRef: { apiGroup: group, kind: "Role", name: metadata.name },
      subjects: [{ kind: "ServiceAccount", name: accountOf(gateway, values), namespace }],
    },
    options,
  );
  return [role, binding];
}

/** The account that the chart's pods run as, by the chart's own rules; Helm takes an empty text for none. */
function accountOf(gateway: string, values: PlainValues): string {
  const given = [member(values, "serviceAccount", "name")];
  if (member(values, "serviceAccount", "create") === false) given.push("default");
  else given.push(values["name"], gateway);
  return given.find((each) => typeof each === "string" && each !== "") as string;
}

function member(values: PlainValues, key: string, below: string): unknown {
  const map = values[key];
  return typeof map === "object" && map !== null && !Array.isArray(map)
    ? (map as PlainValues)[below]
    : undefined;
}
