import { serviceEntrySpec, serviceEntryType } from "../../graph/kinds/service-entry.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";
import { originationsTo } from "./origination.ts";

/** A port 443 outside that is declared as HTTP has somebody who starts TLS. */
export const httpsPortAsHttp: Rule = {
  id: "egress/https-port-as-http",
  code: "HED4602",
  severity: "warning",
  summary: "clients of port 443 outside start TLS, themselves or by a DestinationRule",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, serviceEntryType, find)) {
      const { hosts = [], ports = [], location, endpoints = [] } = serviceEntrySpec(object) ?? {};
      // Endpoints may have the same port under another number.
      if (location === "MESH_INTERNAL" || endpoints.length > 0) continue;
      for (const [index, { number, targetPort, protocol = "" }] of ports.entries()) {
        const reached = targetPort ?? number;
        if (reached !== 443 || !/^(?:HTTP|HTTP2|GRPC)$/i.test(protocol)) continue;
        const host = hosts.find(
          (each) => originationsTo(graph, completeHost(each, object.namespace)).length === 0,
        );
        if (host === undefined) continue;
        find({
          outcome: "fail",
          absent: [],
          origin: object.origin(["spec", "ports", index, "protocol"]),
          message: `port 443 of ${host} is declared as ${protocol}, and no DestinationRule makes clients start TLS there`,
          fix: "declare the port as HTTPS where the application starts TLS, or add a DestinationRule for the host with tls mode SIMPLE",
        });
      }
    }
  },
};
