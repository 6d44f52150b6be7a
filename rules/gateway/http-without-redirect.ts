import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { printLabels } from "../access/selector-target.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

/** A host that a Gateway serves with TLS is not also served without, or only to send clients to the other. */
export const httpWithoutRedirect: Rule = {
  id: "gateway/http-without-redirect",
  code: "HED4590",
  severity: "info",
  summary: "where a host is served with TLS and without, HTTP leads to HTTPS",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const secured = securedHosts(graph);
    for (const object of settledObjects(graph, gatewayType, find)) {
      for (const [index, { port, hosts = [], tls }] of serversOf(object).entries()) {
        if (!/^(?:HTTP|HTTP2)$/i.test(port?.protocol ?? "") || tls?.httpsRedirect === true)
          continue;
        const place = hosts.findIndex((host) => secured.has(keyOf(object, host)));
        if (place < 0) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "servers", index]),
          message: `serves ${hosts[place] ?? ""} in plaintext, which is also served with TLS`,
          fix: "set tls.httpsRedirect: true for the server without TLS",
        });
      }
    }
  },
};

function serversOf(object: KubernetesObject) {
  return gatewaySpec(object)?.servers ?? [];
}

/** Hosts that end TLS, by the proxies that serve them. */
const securedHosts = perGraph((graph: ObjectGraph): ReadonlySet<string> => {
  const keys = objectsOf(graph, gatewayType).flatMap((object) =>
    serversOf(object).flatMap(({ port, hosts = [] }) =>
      port?.protocol?.toUpperCase() === "HTTPS" ? hosts.map((host) => keyOf(object, host)) : [],
    ),
  );
  return new Set(keys);
});

function keyOf(object: KubernetesObject, host: string): string {
  const name = host.slice(host.indexOf("/") + 1);
  return `${printLabels(gatewaySpec(object)?.selector ?? {})} ${name}`;
}
