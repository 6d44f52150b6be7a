import type { Rule } from "../rule.ts";
import { destinationPoliciesWith } from "./destination-policies.ts";

/** Connections are used for more than one request. */
export const oneRequestPerConnection: Rule = {
  id: "resilience/one-request-per-connection",
  code: "HED4513",
  severity: "info",
  summary: "a connection serves more than one request",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, path, policy } of destinationPoliciesWith(
      graph,
      "maxRequestsPerConnection",
    )) {
      if (policy.connectionPool?.http?.maxRequestsPerConnection !== 1) continue;
      find({
        outcome: "fail",
        origin: object.origin([...path, "connectionPool", "http", "maxRequestsPerConnection"]),
        message: "opens a new connection, with a new TLS handshake, for every request",
        fix: "remove maxRequestsPerConnection, or set it to a larger number",
      });
    }
  },
};
