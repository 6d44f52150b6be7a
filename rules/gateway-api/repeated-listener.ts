import { kubernetesGatewaySpec, kubernetesGatewayType } from "../../graph/kinds/gateway-api.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** The listeners of a Gateway differ in their names, and in port, protocol and hostname. */
export const repeatedListener: Rule = {
  id: "gateway-api/repeated-listener",
  code: "HED4663",
  severity: "error",
  summary: "the listeners of a Gateway differ from each other",
  covers: ["KIA1503"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, kubernetesGatewayType)) {
      const names = new Map<string, number>();
      const places = new Map<string, number>();
      for (const [index, each] of (kubernetesGatewaySpec(object)?.listeners ?? []).entries()) {
        const { name = "", port = 0, protocol = "", hostname = "" } = each;
        const place = `${String(port)} ${protocol} ${hostname}`;
        const first = names.get(name) ?? places.get(place);
        const what = names.has(name)
          ? `the name ${name}`
          : `port ${String(port)}, protocol ${protocol} and hostname ${hostname || "*"}`;
        if (!names.has(name)) names.set(name, index);
        if (!places.has(place)) places.set(place, index);
        if (first === undefined) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "listeners", index]),
          message: `has ${what}, as listener ${String(first)} has`,
          fix: "remove one of the two, or give them different names, ports or hostnames",
        });
      }
    }
  },
};
