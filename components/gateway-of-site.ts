import type { Report } from "../diagnostics/index.ts";
import type { Mesh } from "../model/index.ts";
import type { EdgeProxySite } from "./edge-proxy-args.ts";

/**
 * The gateway that a site serves; undefined where the author leaves it to the mesh's only one. A way out is served by
 * sites whose place is `egress`, and by no others; anything else is an error (HED3008).
 */
export function gatewayOfSite(
  { gateways }: Mesh,
  { name, site, usual }: SiteOfGateway,
  report: Report,
): string | undefined {
  const outwards = Object.values(gateways).filter(({ kind }) => kind === "egress");
  const ways = outwards.map((each) => each.name).sort();
  const isOut = site.placement === "egress";
  const [only, ...others] = ways;
  const gateway = site.gateway ?? (isOut ? wayOut() : usual);
  function wayOut(): string | undefined {
    if (usual !== undefined && ways.includes(usual)) return usual;
    return others.length === 0 ? only : undefined;
  }
  const wrong = (field: string, message: string, fix: string): void => {
    report.add({ code: "HED3008", severity: "error", path: ["sites", name, field], message, fix });
  };
  if (isOut && (gateway === undefined || !ways.includes(gateway))) {
    wrong(
      "gateway",
      `got ${gateway === undefined ? "no gateway" : `"${gateway}"`} for a way out; allowed: gateways of kind egress, the mesh has: ${ways.length === 0 ? "none" : ways.join(", ")}`,
      ways.length === 0
        ? "add a gateway with kind: egress, which services outside name in external.through"
        : "name one of them, or choose another placement",
    );
  }
  if (!isOut && gateway !== undefined && ways.includes(gateway)) {
    wrong(
      "placement",
      `"${gateway}" is a way out, and the placement is ${site.placement ?? "replicas"}; allowed: egress`,
      'set placement: "egress", or name a gateway of kind ingress',
    );
  }
  if (isOut && Object.hasOwn(site, "serviceType")) {
    wrong(
      "serviceType",
      "got a type for a way out, which everybody could then use to reach what is outside; allowed: none, its Service is a ClusterIP",
      "remove serviceType",
    );
  }
  return gateway;
}

interface SiteOfGateway {
  readonly name: string;
  readonly site: EdgeProxySite;
  /** The gateway of all sites that name none. */
  readonly usual: string | undefined;
}
