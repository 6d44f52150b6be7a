import { serviceEntrySpec, serviceEntryType } from "../../graph/kinds/service-entry.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";
import { originationsTo } from "./origination.ts";

/** HTTP to a host outside is not sent in plaintext. */
export const plaintext: Rule = {
  id: "egress/plaintext",
  code: "HED4682",
  severity: "info",
  summary: "requests to hosts outside the mesh are encrypted",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, serviceEntryType, find)) {
      const spec = serviceEntrySpec(object) ?? {};
      const { hosts = [], ports = [], location, endpoints = [], workloadSelector } = spec;
      // Machines of one's own, by address or by label, are reached over a network of one's own.
      const own = endpoints.length > 0 || workloadSelector !== undefined;
      if (location === "MESH_INTERNAL" || own || (spec.addresses ?? []).length > 0) continue;
      for (const [index, { number, targetPort, protocol = "" }] of ports.entries()) {
        // Port 443 is what `egress/https-port-as-http` judges.
        if ((targetPort ?? number) === 443 || !/^(?:HTTP|HTTP2|GRPC)$/i.test(protocol)) continue;
        const host = hosts.find((each) => {
          const full = completeHost(each, object.namespace);
          return (
            isPublic(full) &&
            !routedHosts(graph).has(full) &&
            originationsTo(graph, full).length === 0
          );
        });
        if (host === undefined) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "ports", index, "protocol"]),
          message: `port ${String(number)} of ${host} is ${protocol} outside the mesh, and no DestinationRule makes clients start TLS there`,
          fix: "send the traffic to the HTTPS port with targetPort 443, and add a DestinationRule for the host with tls mode SIMPLE",
        });
      }
    }
  },
};

/** A name below a domain of the internet: not one of a cluster or of a private network. */
function isPublic(host: string): boolean {
  return /\.[a-z][a-z0-9-]*$/i.test(host) && !/\.(?:local|internal|lan|localhost|svc)$/i.test(host);
}

/** Hosts that a VirtualService sends elsewhere: to another port, or through a gateway. */
const routedHosts = perGraph(
  (graph) =>
    new Set(
      objectsOf(graph, virtualServiceType).flatMap((object) =>
        (virtualServiceSpec(object)?.hosts ?? []).map((each) =>
          completeHost(each, object.namespace),
        ),
      ),
    ),
);
