import { printPath, type Path, type Report } from "../../diagnostics/index.ts";
import type { AccessRule, AccessSource, Mesh } from "../../model/index.ts";

/**
 * At a sidecar the client's address is the last of `X-Forwarded-For`, and a caller inside the mesh can write that. A rule
 * at a service whose door it opens alone is open to all of them (HED3022).
 * https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source
 */
export function checkRemoteAddresses({ access }: Pick<Mesh, "access">, report: Report): void {
  for (const rule of access.rules.filter(({ services }) => services.length > 0)) {
    for (const [index, source] of rule.from.entries()) {
      const field = forgeable(rule, source);
      if (field === undefined) continue;
      const path = ["access", "rules", rule.name, "from", index, ...field];
      report.add({
        code: "HED3022",
        severity: "warning",
        path,
        message: `at ${rule.services.join(", ")} ${printPath(field)} is the last address in X-Forwarded-For, which every caller inside the mesh can write: the rule refuses none of them`,
        fix: "say it at the gateway that the clients come through, or name who may call beside it with services, namespaces or principals",
      });
    }
  }
}

/** What of a source lets in whoever writes the right address. */
function forgeable({ action }: AccessRule, source: AccessSource): Path | undefined {
  const { services, namespaces, principals, ipBlocks, remoteIpBlocks, not } = source;
  if (action === "deny") {
    return (not?.remoteIpBlocks ?? []).length > 0 ? ["not", "remoteIpBlocks"] : undefined;
  }
  const others = [services, namespaces, principals, ipBlocks].flat();
  return action === "allow" && remoteIpBlocks.length > 0 && others.length === 0
    ? ["remoteIpBlocks"]
    : undefined;
}
