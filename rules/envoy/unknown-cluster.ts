import { envoyConfigs } from "../../graph/objects/envoy-configs.ts";
import type { Rule } from "../rule.ts";
import {
  clustersOf,
  field,
  isWhole,
  messagesWith,
  partsAt,
  rootOf,
  text,
  type Part,
} from "./parts.ts";

/** Everything that an Envoy sends goes to a cluster that it has. */
export const unknownCluster: Rule = {
  id: "envoy/unknown-cluster",
  code: "HED4848",
  severity: "error",
  summary: "routes and filters of an Envoy name clusters that it has",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const config of envoyConfigs(graph)) {
      // Clusters that come while it runs may have any name.
      if (!isWhole(config)) continue;
      const known = new Set(clustersOf(config).map(({ value }) => text(value, "name")));
      for (const { value, path } of references(rootOf(config))) {
        if (known.has(value)) continue;
        const names = [...known].slice(0, 10).join(", ");
        find({
          outcome: "fail",
          origin: config.origin(path),
          message: `${config.prefix(path)}there is no cluster ${JSON.stringify(value)}${names === "" ? "" : `; there are ${names}`}`,
          fix: "correct the name, or add the cluster: Envoy refuses such a route, and ends every connection of such a filter",
        });
      }
    }
  },
};

interface Reference {
  readonly value: string;
  readonly path: Part["path"];
}

/** Names of clusters in routes, in filters for TCP and for gRPC services. */
function* references(root: Part): Generator<Reference> {
  for (const { value, path } of messagesWith(root, "route")) {
    const route = field(value, "route");
    yield* named(route, [...path, "route"], "cluster");
    for (const each of partsAt({ value, path }, "route", "weighted_clusters", "clusters")) {
      yield* named(each.value, each.path, "name");
    }
    for (const each of partsAt({ value, path }, "route", "request_mirror_policies")) {
      yield* named(each.value, each.path, "cluster");
    }
  }
  for (const { value, path } of messagesWith(root, "envoy_grpc")) {
    yield* named(field(value, "envoy_grpc"), [...path, "envoy_grpc"], "cluster_name");
  }
  for (const { value, path } of messagesWith(root, "http_uri")) {
    yield* named(field(value, "http_uri"), [...path, "http_uri"], "cluster");
  }
  for (const { value, path } of messagesWith(root, "stat_prefix")) {
    yield* named(value, path, "cluster");
    for (const each of partsAt({ value, path }, "weighted_clusters", "clusters")) {
      yield* named(each.value, each.path, "name");
    }
  }
}

function* named(value: unknown, path: Part["path"], name: string): Generator<Reference> {
  const found = text(value, name);
  if (found !== undefined && found !== "") yield { value: found, path: [...path, name] };
}
