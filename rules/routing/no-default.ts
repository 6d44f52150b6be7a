import {
  virtualServiceSpec,
  virtualServiceType,
  type HttpMatch,
  type HttpRoute,
} from "../../graph/kinds/virtual-service.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { meshGateway } from "./gateway-names.ts";

/** A VirtualService for calls between services has a rule for what none of the others takes. */
export const noDefault: Rule = {
  id: "routing/no-default",
  code: "HED4751",
  severity: "info",
  summary: "a VirtualService of the mesh has a rule for every other request",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, virtualServiceType)) {
      const { hosts = [], gateways = [], http = [] } = virtualServiceSpec(object) ?? {};
      if (http.some(isOpen) || http.some(takesRest)) continue;
      // A gateway answers 404 for paths that it does not know, which is often what is wanted.
      const isOfMesh = gateways.length === 0 || gateways.includes(meshGateway);
      if (!isOfMesh || hosts.length === 0 || http.length === 0) continue;
      // Rules that look at the port or at the caller are for these calls only.
      const isPartial = http.every(({ match = [] }) =>
        match.every((each) => each.port !== undefined || each.gateways !== undefined),
      );
      if (isPartial) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "http"]),
        message: `no rule takes the requests to ${hosts.join(", ")} that match none of the others: their callers get 404`,
        fix: "add a last rule without match",
      });
    }
  },
};

function isOpen({ match = [] }: HttpRoute): boolean {
  return match.length === 0;
}

function takesRest({ match = [] }: HttpRoute): boolean {
  return match.some(takesAll);
}

function takesAll(match: HttpMatch): boolean {
  const fields = Object.keys(match).filter((key) => key !== "name" && key !== "gateways");
  return fields.length === 0 || (fields.length === 1 && match.uri?.prefix === "/");
}
