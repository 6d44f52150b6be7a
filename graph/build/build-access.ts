import type { Mesh } from "../../model/index.ts";
import type { AccessPolicyRule, PolicySourceFields } from "../access-policy.ts";
import type { OriginOf } from "../create-origin.ts";
import type { AccessNode, RouteNode } from "../graph.ts";
import { accessPolicies } from "./access-policies.ts";
import { tokenPolicies } from "./token-policies.ts";

/** One node a policy at a door. */
export function buildAccess(
  mesh: Mesh,
  routes: readonly RouteNode[],
  origin: OriginOf,
): readonly AccessNode[] {
  const policies = [...accessPolicies(mesh, routes), ...tokenPolicies(mesh)];
  return policies.map(({ name, namespace, action, rules, path }) => ({
    name,
    namespace,
    action,
    matchesEverything: rules.some(matchesEverything),
    origin: origin(path),
  }));
}

const openValues: ReadonlySet<string> = new Set(["*", "0.0.0.0/0", "::/0"]);

/** No condition at all, or one source whose every list has a value that is everybody. */
function matchesEverything({ from, to, when }: AccessPolicyRule): boolean {
  if (to.length > 0 || when.length > 0) return false;
  return (
    from.length === 0 || from.some(({ not, ...fields }) => not === undefined && isOpen(fields))
  );
}

function isOpen(fields: PolicySourceFields): boolean {
  return Object.values(fields).every(
    (values: readonly string[] = []) =>
      values.length === 0 || values.some((each) => openValues.has(each)),
  );
}
