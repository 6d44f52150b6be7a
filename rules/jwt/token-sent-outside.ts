import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import {
  requestAuthenticationSpec,
  requestAuthenticationType,
} from "../../graph/kinds/request-authentication.ts";
import {
  virtualServiceSpec,
  virtualServiceType,
  type HttpRoute,
} from "../../graph/kinds/virtual-service.ts";
import { findObject, objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { resolveHost } from "../../graph/objects/resolve-host.ts";
import { selects } from "../../graph/query.ts";
import { scopeOfPolicy } from "../access/selector-target.ts";
import type { Rule } from "../rule.ts";

/** A token that a gateway checks and passes on does not leave the mesh. */
export const tokenSentOutside: Rule = {
  id: "jwt/token-sent-outside",
  code: "HED4685",
  severity: "warning",
  summary: "the tokens of clients are not passed on to hosts outside",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const keeping = objectsOf(graph, requestAuthenticationType).filter((object) =>
      requestAuthenticationSpec(object)?.jwtRules?.some((each) => each.forwardOriginalToken),
    );
    if (keeping.length === 0) return;
    for (const object of objectsOf(graph, virtualServiceType)) {
      const { gateways = [], http = [] } = virtualServiceSpec(object) ?? {};
      const proxies = gateways.map((each) => gatewayOf(graph, each, object));
      const policy = keeping.find((each) => proxies.some((proxy) => isFor(graph, each, proxy)));
      if (policy === undefined) continue;
      for (const [index, route] of http.entries()) {
        const host = outsideOf(graph, route, object.namespace);
        if (host === undefined || removesToken(route)) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "http", index]),
          message: `sends requests to ${host} outside the mesh, with the token that ${policy.origin().source} leaves in them`,
          fix: "remove the header authorization on this route, or forwardOriginalToken",
        });
      }
    }
  },
};

function gatewayOf(graph: ObjectGraph, text: string, { namespace }: KubernetesObject) {
  const [first = "", name] = text.split("/");
  const [where, what] = name === undefined ? [namespace, first] : [first, name];
  return findObject(graph, gatewayType, where, what);
}

/** Whether a policy holds for the proxies of a gateway, as far as their selectors say. */
function isFor(graph: ObjectGraph, policy: KubernetesObject, gateway?: KubernetesObject): boolean {
  const asked = requestAuthenticationSpec(policy)?.selector?.matchLabels ?? {};
  if (gateway === undefined || Object.keys(asked).length === 0) return false;
  const scope = scopeOfPolicy(graph, policy.namespace) ?? gateway.namespace;
  return scope === gateway.namespace && selects(asked, gatewaySpec(gateway)?.selector ?? {});
}

function outsideOf(graph: ObjectGraph, { route = [] }: HttpRoute, namespace: string) {
  return route
    .flatMap(({ destination }) => destination?.host ?? [])
    .find((host) => {
      const found = resolveHost(graph, host, namespace);
      const entry = found.kind === "found" ? found.hosts[0].entry : undefined;
      return entry !== undefined && entry.location !== "MESH_INTERNAL";
    });
}

/** The header that holds the token unless the rule of the issuer names others. */
function removesToken({ headers, route = [] }: HttpRoute): boolean {
  const all = [headers, ...route.map((each) => each.headers)];
  const removed = all.flatMap((each) => each?.request?.remove ?? []);
  return removed.some((name) => name.toLowerCase() === "authorization");
}
