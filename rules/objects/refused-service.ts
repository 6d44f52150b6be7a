import { serviceSpec, serviceType } from "../../graph/kinds/service.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { toFinding } from "../schema/kind.ts";
import { createPlace, type Fault } from "../schema/place.ts";
import { checkServiceName, checkServicePorts, checkServiceSpec } from "./service-faults.ts";
import type { Rule } from "../rule.ts";

/** A Service says nothing that the API server refuses; what it leaves out is not looked at. */
export const refusedService: Rule = {
  id: "objects/refused-service",
  code: "HED4870",
  severity: "error",
  summary: "a Service is one that the API server accepts",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const faults: Fault[] = [];
    const name = createPlace("metadata", faults).at("name");
    const place = createPlace("spec", faults);
    const ports = place.at("ports");
    for (const object of objectsOf(graph, serviceType)) {
      const spec = serviceSpec(object);
      if (spec === undefined) continue;
      checkServiceName(object, name);
      checkServiceSpec(spec, place);
      checkServicePorts(spec, ports);
      if (faults.length === 0) continue;
      for (const fault of faults.splice(0)) find(toFinding(object, fault));
    }
  },
};
