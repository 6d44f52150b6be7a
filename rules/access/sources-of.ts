import type { Path } from "../../diagnostics/index.ts";
import {
  authorizationPolicySpec,
  type AuthorizationPolicySpec,
} from "../../graph/kinds/authorization-policy.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { perObject } from "../../graph/objects/per-object.ts";
import { perList } from "../../graph/per-list.ts";

export type AccessRule = NonNullable<AuthorizationPolicySpec["rules"]>[number];
export type Source = NonNullable<NonNullable<AccessRule["from"]>[number]["source"]>;

/** One source of a rule of an AuthorizationPolicy. */
export interface PlacedSource {
  readonly rule: AccessRule;
  readonly source: Source;
  readonly path: Path;
}

/** Every source of a policy, with its place. */
export const sourcesOf: (object: KubernetesObject) => readonly PlacedSource[] = perObject(
  (object) => {
    const found: PlacedSource[] = [];
    authorizationPolicySpec(object)?.rules?.forEach((rule, index) => {
      rule.from?.forEach(({ source }, place) => {
        const path = ["spec", "rules", index, "from", place, "source"];
        if (source !== undefined) found.push({ rule, source, path });
      });
    });
    return found;
  },
);

/** The first of some fields that a source or an operation fills. */
export function filledField<Field extends string>(
  fields: readonly Field[],
  message: Readonly<Partial<Record<Field, readonly string[] | undefined>>>,
): Field | undefined {
  return fields.find((field) => (message[field]?.length ?? 0) > 0);
}

/** Fields that name the identity of the caller, which only mTLS proves. */
export const identityFields = ["principals", "namespaces", "serviceAccounts"] as const;
export const notIdentityFields = ["notPrincipals", "notNamespaces", "notServiceAccounts"] as const;

/** Whether a policy names its target by reference: a Gateway, a Service, a waypoint. */
export function hasTarget({ targetRef, targetRefs = [] }: AuthorizationPolicySpec): boolean {
  return targetRef !== undefined || targetRefs.length > 0;
}

/** What the policy does: ALLOW where nothing is said. */
export function actionOf({ action = "ALLOW" }: AuthorizationPolicySpec): string {
  return action;
}

const none: readonly KubernetesObject[] = [];

/** Those of a list of policies that have an action: most have the same one. */
export function withAction(
  policies: readonly KubernetesObject[],
  action: string,
): readonly KubernetesObject[] {
  return byAction(policies).get(action) ?? none;
}

const byAction = perList((policies: readonly KubernetesObject[]) =>
  Map.groupBy(policies, (object) => {
    const spec = authorizationPolicySpec(object);
    return spec && actionOf(spec);
  }),
);

/** Labels of the selector; none means the whole namespace. */
export function labelsOf({ selector }: AuthorizationPolicySpec): Readonly<Record<string, string>> {
  return selector?.matchLabels ?? {};
}

/** Whether a policy is for everything in its namespace. */
export function isForAll(spec: AuthorizationPolicySpec): boolean {
  return !hasTarget(spec) && Object.keys(labelsOf(spec)).length === 0;
}
