import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { findObject } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { hostsMeet } from "../routing/gateway-hosts.ts";
import { completeGateway } from "../routing/gateway-names.ts";
import type { Rule } from "../rule.ts";

/** A gateway that ends TLS has HTTP routes for its hosts, one that passes it on has TLS routes. */
export const routeOfOtherProtocol: Rule = {
  id: "gateway/route-of-other-protocol",
  code: "HED4690",
  severity: "warning",
  summary: "routes of a gateway fit what it does with TLS",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, virtualServiceType, "gateways")) {
      const spec = virtualServiceSpec(object);
      const { hosts = [], gateways = [], http = [], tls = [], tcp = [] } = spec ?? {};
      const kind = http.length > 0 ? "http" : "tls";
      // With routes of both kinds, or of TCP, each server finds its own.
      if (tcp.length > 0 || http.length > 0 === tls.length > 0) continue;
      for (const [index, said] of gateways.entries()) {
        const { namespace, name } = completeGateway(said, object.namespace);
        const gateway = findObject(graph, gatewayType, namespace, name);
        const servers = (gateway && gatewaySpec(gateway)?.servers) ?? [];
        const meeting = servers.filter((server) =>
          (server.hosts ?? []).some((each) =>
            hosts.some((host) => hostsMeet(each.slice(each.indexOf("/") + 1), host)),
          ),
        );
        const modes = meeting.map(({ port, tls }) => passes(port?.protocol, tls));
        const misfit = modes.length > 0 && modes.every((each) => each === (kind === "http"));
        if (!misfit) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", kind]),
          message:
            kind === "http"
              ? `has http routes, and Gateway ${String(gateways[index])} passes TLS on for its hosts: it cannot read requests`
              : `has tls routes, and Gateway ${String(gateways[index])} ends TLS, or has none, for its hosts`,
          fix:
            kind === "http"
              ? "write tls routes with sniHosts, or end TLS at the gateway"
              : "write http routes, or set the mode to PASSTHROUGH",
        });
      }
    }
  },
};

/** The default of `mode` is PASSTHROUGH, where there is TLS at all: https://istio.io/latest/docs/reference/config/networking/gateway/ */
function passes(protocol = "", tls: { readonly mode?: string | undefined } | undefined): boolean {
  const isTls = /^(?:TLS|HTTPS)$/i.test(protocol);
  const mode = tls?.mode ?? (tls !== undefined && isTls ? "PASSTHROUGH" : "");
  return mode === "PASSTHROUGH" || mode === "AUTO_PASSTHROUGH";
}
