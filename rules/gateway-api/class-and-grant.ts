import {
  gatewayClassSpec,
  gatewayClassType,
  referenceGrantSpec,
  referenceGrantType,
  type ReferenceGrantSpec,
} from "../../graph/kinds/gateway-api.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { toFinding } from "../schema/kind.ts";
import { createPlace, each, type Fault, type Place } from "../schema/place.ts";
import type { Rule } from "../rule.ts";
import { isDomain } from "./is-domain.ts";

/** Everything that the definitions of GatewayClass and ReferenceGrant refuse. */
export const classAndGrant: Rule = {
  id: "gateway-api/class-and-grant",
  code: "HED4695",
  severity: "error",
  summary: "a GatewayClass and a ReferenceGrant are ones that the API server accepts",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, gatewayClassType)) {
      const name = gatewayClassSpec(object)?.controllerName ?? "";
      if (isController(name)) continue;
      const message = `the controller ${JSON.stringify(name)} is not a domain with a path, such as istio.io/gateway-controller`;
      find(toFinding(object, { path: ["spec", "controllerName"], message }));
    }
    for (const object of objectsOf(graph, referenceGrantType)) {
      const faults: Fault[] = [];
      checkGrant(referenceGrantSpec(object) ?? {}, createPlace("spec", faults));
      for (const fault of faults) find(toFinding(object, fault));
    }
  },
};

/** A domain with a path behind it. */
function isController(name: string): boolean {
  const [domain = "", path = ""] = name.split(/\/(.*)/s);
  return isDomain(domain) && /^\S+$/.test(path);
}

function checkGrant({ from = [], to = [] }: ReferenceGrantSpec, place: Place): void {
  if (from.length === 0) place.at("from").error("a grant is for at least one kind of object");
  if (to.length === 0) place.at("to").error("a grant is of at least one kind of object");
  each(from, place.at("from"), ({ kind = "", namespace = "" }, at) => {
    if (kind === "") at.error("the kind is missing");
    if (namespace === "") at.error("the namespace is missing");
  });
  each(to, place.at("to"), ({ kind = "" }, at) => {
    if (kind === "") at.error("the kind is missing");
  });
}
