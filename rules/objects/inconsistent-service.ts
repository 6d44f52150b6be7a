import { serviceSpec, serviceType, type ServiceSpec } from "../../graph/kinds/service.ts";
import { findObject, objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** A service that the input holds for several clusters is the same in all of them. */
export const inconsistentService: Rule = {
  id: "objects/inconsistent-service",
  code: "HED4108",
  severity: "warning",
  summary: "a service is the same in all clusters",
  covers: ["IST0170"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, serviceType)) {
      const first = findObject(graph, serviceType, object.namespace, object.name);
      if (first === undefined || first === object) continue;
      const name = `${object.namespace}/${object.name}`;
      const differences = compare(serviceSpec(first), serviceSpec(object));
      if (differences.length === 0) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec"]),
        message: `the service ${name} is in the input more than once, with different ${differences.join(", ")}`,
        fix: "give the service the same form in all clusters; remove the other one, if there is one cluster only",
      });
    }
  },
};

function compare(a: ServiceSpec | undefined, b: ServiceSpec | undefined): string[] {
  if (a === undefined || b === undefined) return [];
  const differences = {
    "addresses (one is headless)": (a.clusterIP === "None") !== (b.clusterIP === "None"),
    types: (a.type ?? "ClusterIP") !== (b.type ?? "ClusterIP"),
    ports: printPorts(a) !== printPorts(b),
  };
  return Object.entries(differences).flatMap(([name, differs]) => (differs ? name : []));
}

/** What must be the same; ports of the nodes are each cluster's own. */
function printPorts({ ports = [] }: ServiceSpec): string {
  const texts = ports.map(({ name = "", port, targetPort, protocol = "TCP", appProtocol = "" }) =>
    [name, port, targetPort ?? port, protocol, appProtocol].join(" "),
  );
  return texts.sort().join("; ");
}
