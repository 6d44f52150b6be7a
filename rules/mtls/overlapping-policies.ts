import {
  peerAuthenticationSpec,
  peerAuthenticationType,
} from "../../graph/kinds/peer-authentication.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";
import {
  othersThan,
  overlapsOf,
  printNames,
  sharingNamespace,
} from "../sidecar/overlapping-selectors.ts";

/** One PeerAuthentication at most holds for a scope. Of several the oldest counts, whatever the others say. */
export const overlappingPolicies: Rule = {
  id: "mtls/overlapping-policies",
  code: "HED4420",
  severity: "error",
  summary: "one PeerAuthentication at most holds for a namespace, and for a workload",
  covers: ["KIA0002", "KIA0003"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const all = settledObjects(graph, peerAuthenticationType, find).map((object) => {
      return { object, labels: peerAuthenticationSpec(object)?.selector?.matchLabels ?? {} };
    });
    const isWhole = ({ labels }: (typeof all)[number]) => Object.keys(labels).length === 0;
    for (const group of sharingNamespace(all.filter(isWhole).map(({ object }) => object))) {
      for (const object of group) {
        const others = othersThan(object, group);
        report(object, `holds for the whole namespace ${object.namespace}`, others, "KIA0002");
      }
    }
    const selecting = all.filter((each) => !isWhole(each));
    for (const { object, others, pod } of overlapsOf(graph, selecting)) {
      report(object, `selects ${pod.object.kind} ${pod.name}`, others, "KIA0003");
    }

    function report(
      object: KubernetesObject,
      what: string,
      others: readonly KubernetesObject[],
      id: string,
    ) {
      find({
        outcome: "fail",
        origin: object.origin(["spec"]),
        message: `${what}, and so does ${printNames(others)}; the oldest of them counts`,
        fix: "make one PeerAuthentication of them",
        covers: [id],
      });
    }
  },
};
