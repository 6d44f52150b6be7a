import {
  requestAuthenticationSpec,
  requestAuthenticationType,
} from "../../graph/kinds/request-authentication.ts";
import { knownHosts } from "../../graph/objects/known-hosts.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** Keys of tokens come over TLS. Who can change them on their way can issue tokens. */
export const jwksInPlaintext: Rule = {
  id: "jwt/jwks-in-plaintext",
  code: "HED4431",
  severity: "error",
  summary: "the keys of tokens are fetched over TLS",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, requestAuthenticationType)) {
      const rules = requestAuthenticationSpec(object)?.jwtRules ?? [];
      for (const [index, { jwksUri = "" }] of rules.entries()) {
        const host = /^http:\/\/([^/:]+)/i.exec(jwksUri)?.[1];
        if (host === undefined || isInside(graph, host)) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "jwtRules", index, "jwksUri"]),
          message: `keys come from ${host} in plaintext, where others can put their own in`,
          fix: "use an https:// address",
        });
      }
    }
  },
};

/** A service of the cluster: the mesh protects the way to it. */
function isInside(graph: ObjectGraph, host: string): boolean {
  if (!host.includes(".") || /\.svc(?:\.|$)|\.local$/.test(host)) return true;
  return knownHosts(graph).byHost.has(`${host}.svc.cluster.local`);
}
