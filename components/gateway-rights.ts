import type { CustomResourceOptions, Resource } from "@pulumi/pulumi";
import { Role } from "@pulumi/kubernetes/rbac/v1/role.js";
import { RoleBinding } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import { z } from "zod";
import type { Gateway } from "../model/index.ts";
import type { PlainValues } from "./merge-values.ts";

const group = "rbac.authorization.k8s.io";

/**
 * What the chart makes of its values for the account of the pods; Helm takes an empty text for none. A value of another
 * type is the chart's to refuse.
 */
const accountSchema = z.object({
  name: z.string().catch(""),
  serviceAccount: z
    .object({ create: z.boolean().catch(true), name: z.string().catch("") })
    .catch({ create: true, name: "" }),
  rbac: z.object({ enabled: z.boolean().catch(true) }).catch({ enabled: true }),
});

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
  const said = accountSchema.parse(values);
  if (!said.rbac.enabled) return [];
  const metadata = { name: `${gateway}-reads-secrets`, namespace };
  const rules = [{ apiGroups: [""], resources: ["secrets"], verbs: ["get", "watch", "list"] }];
  const role = new Role(`${name}-reads-secrets`, { metadata, rules }, options);
  const binding = new RoleBinding(
    `${name}-reads-secrets`,
    {
      metadata,
      roleRef: { apiGroup: group, kind: "Role", name: metadata.name },
      subjects: [{ kind: "ServiceAccount", name: accountOf(gateway, said), namespace }],
    },
    options,
  );
  return [role, binding];
}

function accountOf(gateway: string, said: z.output<typeof accountSchema>): string {
  const { name, serviceAccount } = said;
  if (serviceAccount.name !== "") return serviceAccount.name;
  return serviceAccount.create ? name || gateway : "default";
}
