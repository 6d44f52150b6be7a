import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import type { Rule } from "../rule.ts";

/** Objects from which a habit can be seen, and the part of them that has to have it. */
const fewest = 5;
const leastPart = 0.6;

/** Where objects of the mesh say whose they are, all do. Nobody is told to begin with it. */
export const missingOwner: Rule = {
  id: "operations/missing-owner",
  code: "HED4831",
  severity: "info",
  summary: "where most objects of the mesh name an owner, all do",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const mesh = graph.objects.filter(isOfMesh);
    const owned = mesh.flatMap((each) => ownerKey(each) ?? []);
    if (mesh.length < fewest || owned.length < mesh.length * leastPart) return;
    const [usual = "owner"] = mostFirst(owned);
    for (const object of mesh) {
      if (ownerKey(object) !== undefined) continue;
      find({
        outcome: "fail",
        origin: object.origin(["metadata"]),
        message: `names no owner, and ${String(owned.length)} of ${String(mesh.length)} objects of the mesh do`,
        fix: `add ${usual}, as the others have it`,
      });
    }
  },
};

function isOfMesh({ group }: KubernetesObject): boolean {
  return group.endsWith(".istio.io") || group === "gateway.networking.k8s.io";
}

function ownerKey({ labels, annotations }: KubernetesObject): string | undefined {
  for (const key in labels) if (isOwner(key)) return key;
  for (const key in annotations) if (isOwner(key)) return key;
  return undefined;
}

function isOwner(key: string): boolean {
  return /(?:^|[./-])(?:owner|team)$/.test(key);
}

function mostFirst(keys: readonly string[]): readonly string[] {
  const counts = Map.groupBy(keys, (each) => each);
  return [...counts].sort(([, a], [, b]) => b.length - a.length).map(([key]) => key);
}
