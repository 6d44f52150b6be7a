import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { findDestination } from "./find-destination.ts";
import { meshGateway } from "./gateway-names.ts";
import { portUses, type PortUse } from "./port-uses.ts";
import type { Rule } from "../rule.ts";

const fitting: Readonly<Record<"http" | "tls", readonly PortUse[]>> = {
  http: ["http", "any"],
  // A port of HTTPS or TLS, or one that the proxy looks at by itself.
  tls: ["tls", "any"],
};

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
    for (const object of objectsOf(graph, virtualServiceType)) {
      const spec = virtualServiceSpec(object);
      const { hosts = [], gateways = [], exportTo } = spec ?? {};
      if (gateways.length > 0 && !gateways.includes(meshGateway)) continue;
      // Rules for a gateway go by the gateway's ports.
      if (gateways.some((each) => each !== meshGateway)) continue;
      for (const protocol of ["http", "tls"] as const) {
        if ((spec?.[protocol] ?? []).length === 0) continue;
        const misfit = hosts.find((host) => {
          const found = findDestination(graph, host, { namespace: object.namespace, exportTo });
          if (found.kind !== "found") return false;
          const uses = portUses(found.host);
          return uses.length > 0 && !uses.some((use) => fitting[protocol].includes(use));
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
