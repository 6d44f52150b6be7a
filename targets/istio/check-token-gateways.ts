import type { Report } from "../../diagnostics/index.ts";
import type { Mesh } from "../../model/index.ts";

/**
 * Istio's DENY for requests without a token also denies connections in which nobody sees requests, and at a gateway the
 * ports of its pods are not known by which the two could be told apart: both at one gateway are an error (HED3031).
 */
export function checkTokenGateways({ gateways }: Mesh, report: Report): void {
  for (const { name, hosts, tcp } of Object.values(gateways)) {
    const first = hosts.find(({ requires }) => requires?.optional === false);
    const opaque = hosts.find(({ carries }) => carries === "connections")?.host ?? tcp[0]?.name;
    if (first === undefined || opaque === undefined) continue;
    report.add({
      code: "HED3031",
      severity: "error",
      path: ["gateways", name, "hosts", first.host, "requires"],
      message: `a gateway of Istio that requires tokens refuses all connections without requests as well, here those of ${opaque}`,
      fix: `move ${opaque} to a gateway of its own`,
    });
  }
}
