import type { Path } from "../../diagnostics/index.ts";
import { overPolicy } from "../normalize/normalize-policy.ts";
import type { PolicyInput } from "../schema/policy-schema.ts";
import type { ServiceInput } from "../schema/service-schema.ts";

/** A policy as somebody wrote it, what holds with it, and where each of its parts was written. */
export interface PolicyPlace {
  readonly own: PolicyInput;
  /** With what the service says of a version's policy. */
  readonly whole: PolicyInput;
  readonly path: Path;
  /** Where a part is written: in the policy itself, or in the service's. */
  readonly at: (...part: readonly string[]) => Path;
}

/** The policies that a service and its versions say. */
export function policiesOf(name: string, { policy, versions }: ServiceInput): PolicyPlace[] {
  const path = ["services", name, "policy"];
  const service =
    policy === undefined
      ? []
      : [
          {
            own: policy,
            whole: policy,
            path,
            at: (...part: readonly string[]) => [...path, ...part],
          },
        ];
  if (versions === undefined || Array.isArray(versions)) return service;
  const own = Object.entries(versions).flatMap(([version, each]): PolicyPlace[] => {
    if (each.policy === undefined) return [];
    const { policy: mine } = each;
    const place = ["services", name, "versions", version, "policy"];
    const at = (...part: readonly string[]): Path => [...(has(mine, part) ? place : path), ...part];
    return [{ own: mine, whole: overPolicy(mine, policy), path: place, at }];
  });
  return [...service, ...own];
}

function has(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return value !== undefined;
  if (typeof value !== "object" || value === null || !(key in value)) return false;
  return has(Reflect.get(value, key), rest);
}
