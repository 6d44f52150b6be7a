import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { supportedVersions } from "./supported-versions.ts";

/** What `heddle check --cluster` puts into the graph: no object of a cluster says its version. */
const serverVersionType = "version.kubernetes.io/ServerVersion";

const { istio, oldestKubernetes: oldest } = supportedVersions;

/** The API server is of a version that Istio supports. Only a running cluster tells: `--cluster`. */
export const kubernetesTooOld: Rule = {
  id: "operations/kubernetes-too-old",
  code: "HED4834",
  severity: "error",
  summary: "the cluster runs a version of Kubernetes that Istio supports",
  covers: ["IST0142"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, serverVersionType)) {
      const { gitVersion } = object.raw as { readonly gitVersion?: unknown };
      const [, minor] = /^v?1\.(\d+)\./.exec(String(gitVersion)) ?? [];
      if (minor === undefined || Number(minor) >= oldest) continue;
      find({
        outcome: "fail",
        origin: object.origin(["gitVersion"]),
        message: `the API server is of version ${String(gitVersion)}; Istio 1.${String(istio)} needs 1.${String(oldest)} or later`,
        fix: "upgrade the cluster before Istio",
      });
    }
  },
};
