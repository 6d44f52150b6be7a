import type { ChangeRule } from "../rule.ts";

/** A port goes on speaking what its callers, and the proxies between, speak. */
export const protocolChanged: ChangeRule = {
  id: "change/protocol-changed",
  code: "HED4716",
  severity: "warning",
  summary: "the protocol of a port that is in use does not change",
  covers: [],
  reads: ["services"],
  needs: ["service"],
  check({ before, after }, find) {
    const old = new Map(before.services.map((each) => [each.id, each]));
    for (const service of after.services) {
      const ports = new Map((old.get(service.id)?.ports ?? []).map((each) => [each.number, each]));
      for (const { number, protocol } of service.ports) {
        const was = ports.get(number)?.protocol;
        if (was === undefined || was === protocol) continue;
        find({
          outcome: "fail",
          origin: service.origin,
          message: `port ${String(number)} of ${service.host} was ${was} and is now ${protocol}`,
          fix: "add a port with the new protocol, move the callers, and remove the old one in a later update",
        });
      }
    }
  },
};
