import { messages, text } from "../../graph/kinds/fields.ts";
import { secretContent, secretType } from "../../graph/kinds/secret.ts";
import { withoutNulls } from "../../graph/kinds/without-nulls.ts";
import { meshNetworks } from "../../graph/objects/mesh-config.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { z } from "zod";
import type { Rule } from "../rule.ts";

const schema = z.looseObject({
  networks: z.record(
    z.string(),
    z.looseObject({
      endpoints: messages({ fromRegistry: text, from_registry: text }),
    }),
  ),
});

/** Every registry of a network of the mesh is a cluster that Istio has a secret for. */
export const unknownRegistry: Rule = {
  id: "objects/unknown-registry",
  code: "HED4107",
  severity: "error",
  summary: "the registries of the mesh's networks are known clusters",
  covers: ["IST0126"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const stated = meshNetworks(graph);
    const networks = schema.safeParse(withoutNulls(stated?.networks)).data?.networks ?? {};
    const known = knownRegistries(graph);
    for (const [network, { endpoints = [] }] of Object.entries(networks)) {
      for (const [index, each] of endpoints.entries()) {
        const fromRegistry = each.fromRegistry ?? each.from_registry;
        if (stated === undefined || fromRegistry === undefined || known.has(fromRegistry)) continue;
        // In a ConfigMap the networks are one text.
        const inside = stated.path.length === 1 ? [network, "endpoints", index] : [];
        const names = [...known].sort().join(", ");
        find({
          outcome: "fail",
          origin: stated.object.origin([...stated.path, ...inside]),
          message: `network ${network} takes endpoints of the registry ${JSON.stringify(fromRegistry)}; known are: ${names}`,
          fix: "write the name of a cluster as the remote secret has it, or add its remote secret",
        });
      }
    }
  },
};

/** Istio's own registries, and the clusters of the remote secrets. */
function knownRegistries(graph: ObjectGraph): ReadonlySet<string> {
  const remote = objectsOf(graph, secretType).filter(
    ({ labels }) => labels["istio/multiCluster"] === "true",
  );
  const clusters = remote.flatMap((object) => {
    const { data = {}, stringData = {} } = secretContent(object) ?? {};
    return [...Object.keys(data), ...Object.keys(stringData)];
  });
  return new Set(["External", "Kubernetes", "Mock", ...clusters]);
}
