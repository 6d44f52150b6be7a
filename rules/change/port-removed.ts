import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import type { ChangeRule } from "../rule.ts";
import { objectPairs } from "./object-pairs.ts";

/** A port that clients or callers connect to stays. */
export const portRemoved: ChangeRule = {
  id: "change/port-removed",
  code: "HED4725",
  severity: "warning",
  summary: "no port of a service or a gateway that stays disappears",
  covers: [],
  reads: ["services", "objects"],
  needs: ["service"],
  check(change, find) {
    const old = new Map(change.before.services.map((each) => [each.id, each]));
    for (const service of change.after.services) {
      const ports = new Set(service.ports.map(({ number }) => number));
      for (const { number } of old.get(service.id)?.ports ?? []) {
        if (ports.has(number)) continue;
        find({
          outcome: "fail",
          origin: service.origin,
          message: `port ${String(number)} of ${service.host} is removed`,
          fix: "keep it beside the new one until every caller has moved",
        });
      }
    }
    for (const pair of objectPairs(change, gatewayType)) {
      const now = gatewaySpec(pair.after);
      if (now === undefined) continue;
      const ports = new Set((now.servers ?? []).map(({ port }) => port?.number));
      const was = (gatewaySpec(pair.before)?.servers ?? []).map(({ port }) => port?.number);
      for (const number of new Set(was)) {
        if (number === undefined || ports.has(number)) continue;
        find({
          outcome: "fail",
          origin: pair.after.origin(["spec", "servers"]),
          message: `the gateway no longer listens on port ${String(number)}`,
          fix: "keep it, or redirect it, until its clients are gone",
        });
      }
    }
  },
};
