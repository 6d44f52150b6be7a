import { isDeepStrictEqual } from "node:util";
import type { Path } from "../diagnostics/index.ts";
import {
  servicesOf,
  usualPolicy,
  type DestinationPolicy,
  type Mesh,
  type WorkloadService,
} from "../model/index.ts";

/** The places that ask for something else than the usual policy. */
export function policyUses(mesh: Mesh) {
  const policies = servicesOf(mesh).flatMap((service) => {
    const path: Path = ["services", service.name, "policy"];
    const versions = service.kind === "external" ? [] : service.versions;
    return [
      { path, policy: service.policy, base: usualPolicy },
      ...versions.flatMap(({ name, policy }) => {
        if (policy === undefined) return [];
        const own: Path = ["services", service.name, "versions", name, "policy"];
        return [{ path: own, policy, base: service.policy }];
      }),
    ];
  });
  const having = (
    key: keyof DestinationPolicy,
    test: (policy: DestinationPolicy) => boolean = () => true,
  ): Path[] =>
    policies
      .filter(({ policy, base }) => !isDeepStrictEqual(policy[key], base[key]) && test(policy))
      .map(({ path }) => [...path, key]);
  const hashes = ({ loadBalancing }: DestinationPolicy): boolean =>
    loadBalancing.kind === "consistent-hash";
  return {
    "policy/load-balancing": having("loadBalancing", (policy) => !hashes(policy)),
    "policy/consistent-hash": having("loadBalancing", hashes),
    "policy/warm-up": having("warmUp"),
    "policy/locality": having("locality"),
    "policy/connections": having("connections"),
    "policy/outlier-detection": having("outlierDetection"),
    "policy/retry-budget": having("retryBudget"),
  };
}

/** Whether a service, or a version of it, says how it is reached or how many requests it takes. */
export function hasOwnPolicy({ policy, versions, limits }: WorkloadService): boolean {
  const own = [policy, ...versions.flatMap((each) => each.policy ?? [])];
  return limits.length > 0 || own.some((each) => !isDeepStrictEqual(each, usualPolicy));
}
