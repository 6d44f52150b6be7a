import { serviceEntrySpec, serviceEntryType } from "../../graph/kinds/service-entry.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { allocatesAddresses, hasAllocatedAddress } from "./allocated-addresses.ts";

/** A ServiceEntry with a TCP port has addresses. Without, it takes all traffic to that port number. */
export const addressesRequired: Rule = {
  id: "service-entries/addresses-required",
  code: "HED4260",
  severity: "warning",
  summary: "a ServiceEntry with a TCP port has addresses",
  covers: ["IST0134"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    if (allocatesAddresses(graph)) return;
    for (const object of objectsOf(graph, serviceEntryType)) {
      const { addresses = [], ports = [], hosts = [] } = serviceEntrySpec(object) ?? {};
      if (addresses.length > 0 || hasAllocatedAddress(object)) continue;
      for (const [index, { protocol = "", number }] of ports.entries()) {
        if (protocol !== "" && protocol.toUpperCase() !== "TCP") continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "ports", index]),
          message: `port ${String(number ?? "")} of ${hosts.join(", ")} is TCP, and without addresses proxies cannot tell its connections from others to that port`,
          fix: "set addresses, or the port's real protocol (TLS, HTTP), or let the mesh allocate addresses",
        });
      }
    }
  },
};
