import type { Rule } from "../rule.ts";
import { installations } from "./installations.ts";

/** Clusters of one mesh can be told apart. */
export const repeatedClusterName: Rule = {
  id: "clusters/repeated-cluster-name",
  code: "HED4812",
  severity: "error",
  summary: "clusters of one mesh have names of their own",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const seen = new Map<string, string>();
    for (const { object, path, meshId, cluster } of installations(graph)) {
      if (meshId === undefined || cluster === undefined) continue;
      const key = `${object.type} ${meshId} ${cluster}`;
      const other = seen.get(key);
      // The same installation twice is one of two revisions.
      if (other !== undefined && other !== object.name) {
        find({
          outcome: "fail",
          origin: object.origin(path),
          message: `cluster ${cluster} of mesh ${meshId} is also the one of ${other}: istiod takes the endpoints of both for one`,
          fix: "give each cluster its own values.global.multiCluster.clusterName, as its remote secret has it",
        });
      }
      seen.set(key, object.name);
    }
  },
};
