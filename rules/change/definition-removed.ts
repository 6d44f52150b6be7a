import {
  customResourceDefinitionSpec,
  customResourceDefinitionType,
} from "../../graph/kinds/custom-resource-definition.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import type { ChangeRule } from "../rule.ts";
import { objectPairs, removedObjects } from "./object-pairs.ts";

/** The kinds of the mesh stay defined. */
export const definitionRemoved: ChangeRule = {
  id: "change/definition-removed",
  code: "HED4719",
  severity: "error",
  summary: "no kind of the mesh loses its definition",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(change, find) {
    for (const object of removedObjects(change, customResourceDefinitionType)) {
      if (!isOfMesh(object)) continue;
      find({
        outcome: "fail",
        origin: object.origin(),
        message: `the definition ${object.name} is removed, and Kubernetes deletes every object of its kind with it`,
        fix: "keep it (in Pulumi: protect and retainOnDelete); to remove the kind on purpose, delete its objects first",
      });
    }
    for (const { before, after } of objectPairs(change, customResourceDefinitionType)) {
      if (!isOfMesh(after)) continue;
      const served = new Set(servedVersions(after));
      const lost = servedVersions(before).filter((each) => !served.has(each));
      if (lost.length === 0) continue;
      find({
        outcome: "fail",
        origin: after.origin(["spec", "versions"]),
        message: `${lost.join(", ")} of ${after.name} is no longer served`,
        fix: "serve it until nobody applies or watches objects of that version",
      });
    }
  },
};

function isOfMesh(object: KubernetesObject): boolean {
  const group = customResourceDefinitionSpec(object)?.group ?? "";
  return group.endsWith(".istio.io") || group === "gateway.networking.k8s.io";
}

function servedVersions(object: KubernetesObject): readonly string[] {
  const { versions = [] } = customResourceDefinitionSpec(object) ?? {};
  return versions.filter(({ served }) => served !== false).flatMap(({ name }) => name ?? []);
}
