import { kubernetesGatewaySpec, kubernetesGatewayType } from "../../graph/kinds/gateway-api.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { isSameObject } from "../../graph/objects/is-same-object.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import type { Rule } from "../rule.ts";

/** An address belongs to one Gateway: each has a Service of its own, and only one gets the address. */
export const addressOfSeveralGateways: Rule = {
  id: "gateway-api/address-of-several-gateways",
  code: "HED4665",
  severity: "warning",
  summary: "an address belongs to one Gateway",
  covers: ["KIA1502"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const owners = new Map<string, KubernetesObject[]>();
    const gateways = objectsOf(graph, kubernetesGatewayType).map((object) => {
      const addresses = (kubernetesGatewaySpec(object)?.addresses ?? []).map(
        ({ type = "IPAddress", value = "" }) => `${type} ${value}`,
      );
      for (const each of new Set(addresses)) {
        owners.set(each, [...(owners.get(each) ?? []), object]);
      }
      return { object, addresses };
    });
    for (const { object, addresses } of gateways) {
      for (const [index, address] of addresses.entries()) {
        const other = owners.get(address)?.find((each) => !isSameObject(each, object));
        // An address that is not given yet is one of its own.
        if (other === undefined || address.endsWith(" ")) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "addresses", index]),
          message: `asks for the address ${address.split(" ").at(-1) ?? ""}, and so does Gateway ${other.namespace}/${other.name}`,
          fix: "give each Gateway an address of its own, or make one Gateway of them",
        });
      }
    }
  },
};
