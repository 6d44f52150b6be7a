import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { printLabels } from "../access/selector-target.ts";
import type { Rule } from "../rule.ts";
import { isPublicHost, isSensitiveHost, plainHost } from "./sensitive-hosts.ts";

/** A host for the own people has proxies of its own: it does not share them with what is for everybody. */
export const sensitiveBesidePublic: Rule = {
  id: "gateway/sensitive-beside-public",
  code: "HED4742",
  severity: "info",
  summary: "hosts for operators do not share their gateway with hosts for everybody",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const bySelector = Map.groupBy(objectsOf(graph, gatewayType), (object) =>
      printLabels(gatewaySpec(object)?.selector ?? {}),
    );
    for (const [selector, gateways] of bySelector) {
      const hosts = gateways.flatMap((object) =>
        (gatewaySpec(object)?.servers ?? []).flatMap(({ hosts = [] }, server) =>
          hosts.map((each, index) => {
            const path = ["spec", "servers", server, "hosts", index];
            return { object, path, host: plainHost(each) };
          }),
        ),
      );
      const open = hosts.find(({ host }) => isPublicHost(host));
      if (open === undefined || selector === "") continue;
      const told = new Set<string>();
      for (const { object, path, host } of hosts.filter((each) => isSensitiveHost(each.host))) {
        // One host is served with TLS and without.
        if (told.has(host)) continue;
        told.add(host);
        find({
          outcome: "fail",
          origin: object.origin(path),
          message: `${host} and ${open.host} are served by the same proxies (${selector}): who can reach the one can reach the other`,
          fix: "give the host a gateway of its own, behind a load balancer that the internet does not reach",
        });
      }
    }
  },
};
