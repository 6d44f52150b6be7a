import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { knownHosts, type KnownHost } from "../../graph/objects/known-hosts.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { findDestination } from "./find-destination.ts";
import { meshGateway } from "./gateway-names.ts";
import { portUses } from "./port-uses.ts";
import type { Rule } from "../rule.ts";

/** The hosts that have ports, and none of HTTP (of TLS), or one that the proxy looks at by itself. */
const misfittingHosts = perGraph((graph) => {
  const misfits = { http: new Set<KnownHost>(), tls: new Set<KnownHost>() };
  for (const host of [...knownHosts(graph).byHost.values()].flat()) {
    const uses = portUses(host);
    if (uses.length === 0 || uses.includes("any")) continue;
    if (!uses.includes("http")) misfits.http.add(host);
    if (!uses.includes("tls")) misfits.tls.add(host);
  }
  return misfits;
});

/** HTTP routes are for a host with an HTTP port, TLS routes for one with a TLS port. Others are passed over. */
export const protocolMismatch: Rule = {
  id: "routing/protocol-mismatch",
  code: "HED4754",
  severity: "warning",
  summary: "routes are of the protocol of their host's ports",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const misfits = misfittingHosts(graph);
    const judged =
      misfits.http.size > 0
        ? objectsOf(graph, virtualServiceType)
        : objectsWith(graph, virtualServiceType, "tls");
    for (const object of judged) {
      const spec = virtualServiceSpec(object);
      const { hosts = [], gateways = [], exportTo } = spec ?? {};
      if (gateways.length > 0 && !gateways.includes(meshGateway)) continue;
      // Rules for a gateway go by the gateway's ports.
      if (gateways.some((each) => each !== meshGateway)) continue;
      for (const protocol of ["http", "tls"] as const) {
        if (misfits[protocol].size === 0 || (spec?.[protocol] ?? []).length === 0) continue;
        const misfit = hosts.find((host) => {
          const found = findDestination(graph, host, { namespace: object.namespace, exportTo });
          return found.kind === "found" && misfits[protocol].has(found.host);
        });
        if (misfit === undefined) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", protocol]),
          message: `has ${protocol} routes for ${misfit}, none of whose ports is declared as ${protocol === "http" ? "HTTP" : "TLS"}: they never hold`,
          fix: "correct the name or appProtocol of the Service's port, or write routes of its protocol",
        });
      }
    }
  },
};
