import { secretType } from "../../graph/kinds/secret.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { remoteFaults } from "./remote-faults.ts";

const annotation = "networking.istio.io/cluster";

/** istiod reaches the clusters that it is told of. */
export const remoteSecret: Rule = {
  id: "clusters/remote-secret",
  code: "HED4814",
  severity: "error",
  summary: "a remote secret lets istiod into a cluster",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const owners = new Map<string, string>();
    for (const object of objectsOf(graph, secretType)) {
      if (object.labels["istio/multiCluster"] !== "true") continue;
      const { source } = object.origin();
      const note = (path: readonly string[], message: string, fix: string) => {
        find({ outcome: "fail", origin: object.origin(path), message, fix });
      };
      for (const { part, cluster, faults } of remoteFaults(object)) {
        const said = object.annotations[annotation];
        const other = owners.get(cluster);
        if (said !== undefined && said !== cluster) {
          const message = `is annotated for cluster ${said}, and holds the access to ${cluster}`;
          note(
            ["metadata", "annotations", annotation],
            message,
            "use one name, that of the cluster",
          );
        }
        if (other !== undefined && other !== source) {
          const message = `cluster ${cluster} has a second remote secret, ${other}: istiod keeps one of them`;
          note([part, cluster], message, "remove one of them");
        }
        owners.set(cluster, source);
        for (const { message, fix } of faults) note([part, cluster], message, fix);
      }
    }
  },
};
