import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import type { ChangeRule } from "../rule.ts";
import { objectPairs } from "./object-pairs.ts";
import { weakerClient, weakerServer } from "./weaker-tls.ts";

/** What is encrypted and verified stays so, at gateways and on the way to destinations. */
export const tlsDowngrade: ChangeRule = {
  id: "change/tls-downgrade",
  code: "HED4706",
  severity: "error",
  summary: "no gateway and no client starts to accept weaker TLS",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(change, find) {
    for (const { before, after } of objectPairs(change, gatewayType)) {
      const now = gatewaySpec(after)?.servers ?? [];
      const old = gatewaySpec(before)?.servers ?? [];
      for (const [index, server] of now.entries()) {
        const was = old.find(({ port }) => port?.number === server.port?.number);
        const weaker = was && weakerServer(was.tls, server.tls);
        if (weaker === undefined) continue;
        find({
          outcome: "fail",
          origin: after.origin(["spec", "servers", index, "tls"]),
          message: `port ${String(server.port?.number)} ${weaker}`,
          fix: "keep what the port asked for; offer weaker TLS on another host or port if old clients need it",
        });
      }
    }
    for (const { before, after } of objectPairs(change, destinationRuleType)) {
      const now = destinationRuleSpec(after);
      const weaker = now && weakerClient(destinationRuleSpec(before), now);
      if (weaker === undefined) continue;
      find({
        outcome: "fail",
        origin: after.origin(["spec", "trafficPolicy", "tls"]),
        message: `clients of ${now?.host ?? "the host"} ${weaker}`,
        fix: "keep the mode and what the certificate of the server is checked against",
      });
    }
  },
};
