import { serviceSpec, serviceType } from "../../graph/kinds/service.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { ChangeRule } from "../rule.ts";
import { objectPairs, removedObjects } from "./object-pairs.ts";

const addressFields = ["loadBalancerIP", "loadBalancerClass"] as const;

/** The address that DNS points to stays. */
export const loadBalancerReplaced: ChangeRule = {
  id: "change/load-balancer-replaced",
  code: "HED4712",
  severity: "warning",
  summary: "no load balancer loses its address",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(change, find) {
    const fix =
      "keep the Service; bring up a second one beside it, move DNS, and remove the old one when no client uses it";
    for (const object of removedObjects(change, serviceType)) {
      if (serviceSpec(object)?.type !== "LoadBalancer") continue;
      const selector = JSON.stringify(serviceSpec(object)?.selector);
      const heir = objectsOf(change.after, serviceType).find(
        (each) =>
          each.namespace === object.namespace &&
          serviceSpec(each)?.type === "LoadBalancer" &&
          JSON.stringify(serviceSpec(each)?.selector) === selector,
      );
      const message =
        heir === undefined
          ? "this load balancer is removed, and its address with it"
          : `this load balancer is replaced by ${heir.name}, which gets another address`;
      find({ outcome: "fail", origin: object.origin(), message, fix, absent: ["service"] });
    }
    for (const { before, after } of objectPairs(change, serviceType)) {
      const [was, is] = [serviceSpec(before), serviceSpec(after)];
      if (was?.type !== "LoadBalancer" || is === undefined) continue;
      if (is.type !== "LoadBalancer") {
        const message = `this was a load balancer and is now ${is.type ?? "ClusterIP"}: its address goes`;
        find({ outcome: "fail", origin: after.origin(["spec", "type"]), message, fix });
        continue;
      }
      for (const field of addressFields) {
        if (was[field] === is[field]) continue;
        const message = `${field} changes, and with it the address of this load balancer`;
        find({ outcome: "fail", origin: after.origin(["spec", field]), message, fix });
      }
    }
  },
};
