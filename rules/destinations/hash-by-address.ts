import type { Path } from "../../diagnostics/index.ts";
import { destinationPolicies } from "../resilience/destination-policies.ts";
import type { Rule } from "../rule.ts";
import { usesByHost } from "./uses-by-host.ts";

/** Requests are spread by what differs between clients: behind a proxy, the address of the sender does not. */
export const hashByAddress: Rule = {
  id: "destinations/hash-by-address",
  code: "HED4744",
  severity: "info",
  summary:
    "consistent hashing is by something that differs between clients, and goes without retries",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, path, host, policy } of destinationPolicies(graph)) {
      const hash = policy.loadBalancer?.consistentHash;
      if (hash === undefined) continue;
      const say = (place: Path, message: string, fix: string) => {
        const origin = object.origin([...path, "loadBalancer", "consistentHash", ...place]);
        find({ outcome: "fail", origin, message, fix });
      };
      const { entry, retrying } = usesByHost(graph).get(host) ?? {};
      if (hash.useSourceIp === true && entry !== undefined) {
        say(
          ["useSourceIp"],
          `requests to ${host} come through a gateway (${entry.origin().source}), where the address of the sender is that of a node or a load balancer: they all go to a few instances`,
          "hash by a cookie or a header, or set externalTrafficPolicy: Local on the Service of the gateway",
        );
      }
      if (retrying === undefined) continue;
      say(
        [],
        `${retrying.origin().source} tries requests to ${host} again, and with consistent hashing every try goes to the same instance`,
        "leave the retries out, or choose another way to balance",
      );
    }
  },
};
