import { gatewaySpec, gatewayType, type GatewaySpec } from "../../graph/kinds/gateway.ts";
import { hasObjects, objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { envoyFilterType } from "../../graph/kinds/envoy-filter.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { settledObjects } from "../access/settled-objects.ts";
import { matchesHost } from "../find-service.ts";
import type { Rule } from "../rule.ts";

/** A host that asks for client certificates is not also reached through a wildcard that does not. */
export const clientCertificateBypass: Rule = {
  id: "gateway/client-certificate-bypass",
  code: "HED4591",
  severity: "warning",
  summary: "no wildcard leads round the client certificate of a host",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    if (isGuarded(graph)) return;
    for (const object of settledObjects(graph, gatewayType, find)) {
      const servers = gatewaySpec(object)?.servers ?? [];
      for (const [index, server] of servers.entries()) {
        if (server.tls?.mode !== "MUTUAL") continue;
        const place = (server.hosts ?? []).findIndex((host) => wayRound(servers, server, host));
        if (place < 0) continue;
        const host = server.hosts?.[place] ?? "";
        find({
          outcome: "fail",
          origin: object.origin(["spec", "servers", index, "hosts", place]),
          message: `asks clients of ${host} for a certificate, and ${wayRound(servers, server, host) ?? ""} on the same port does not: a client that connects for another name there can ask for ${host}`,
          fix: "give the host a port or a gateway of its own, or ask for certificates in both",
        });
      }
    }
  },
};

type Server = NonNullable<GatewaySpec["servers"]>[number];

/** The wildcard of another server on the same port, without client certificates, that a host is part of. */
function wayRound(servers: readonly Server[], own: Server, host: string): string | undefined {
  if (host.startsWith("*")) return undefined;
  return servers
    .filter(({ tls, port }) => tls?.mode === "SIMPLE" && port?.number === own.port?.number)
    .flatMap(({ hosts = [] }) => hosts)
    .find((each) => each.startsWith("*") && matchesHost(each, host));
}

/** Whether a filter answers requests for another name with 421, as Istio's documentation advises. */
const isGuarded = perGraph(
  (graph: ObjectGraph): boolean =>
    hasObjects(graph, envoyFilterType) &&
    objectsOf(graph, envoyFilterType).some(({ raw }) => JSON.stringify(raw).includes("421")),
);
