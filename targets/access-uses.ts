import type { Path } from "../diagnostics/index.ts";
import { workloadServices, type AccessRule, type Mesh } from "../model/index.ts";

/** Places that say who may call what. */
export function accessUses({ access, services }: Mesh) {
  const workloads = workloadServices({ services });
  const where = (test: (rule: AccessRule) => boolean): Path[] =>
    access.rules.filter(test).map(({ name }): Path => ["access", "rules", name]);
  const declared: Path[] = workloads.some((each) => each.access === "declared-calls")
    ? [["access"]]
    : [];
  return {
    "access/declared-calls": declared,
    "access/operations": workloads.flatMap(({ name, calls }) =>
      calls
        .filter(({ operations }) => operations.length > 0)
        .map(({ to }): Path => ["services", name, "calls", to, "operations"]),
    ),
    "access/services": where((rule) => rule.services.length > 0),
    "access/gateways": where((rule) => rule.gateways.length > 0),
    "access/audit": where(({ action }) => action === "audit"),
    "access/custom": where(({ action }) => action === "custom"),
  };
}
