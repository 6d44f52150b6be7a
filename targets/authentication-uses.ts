import type { Path } from "../diagnostics/index.ts";
import { servicesOf, type Mesh } from "../model/index.ts";

/** Places that look at tokens of end users. */
export function authenticationUses({ access, gateways, services }: Mesh) {
  return {
    "access/tokens": access.rules
      .filter(({ when }) => when.some(({ kind }) => kind === "token"))
      .map(({ name }): Path => ["access", "rules", name, "when"]),
    "authentication/services": servicesOf({ services })
      .filter((each) => each.kind === "workload" && each.requires !== undefined)
      .map(({ name }): Path => ["services", name, "requires"]),
    "authentication/gateways": Object.values(gateways).flatMap(({ name, hosts }) =>
      hosts
        .filter(({ requires }) => requires !== undefined)
        .map(({ host }): Path => ["gateways", name, "hosts", host, "requires"]),
    ),
  };
}
