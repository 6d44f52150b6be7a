import {
  customResourceDefinitionSpec,
  customResourceDefinitionType,
} from "../../graph/kinds/custom-resource-definition.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { suggest } from "../../model/closest.ts";
import type { Rule } from "../rule.ts";

const everyVersion = ["v1", "v1beta1", "v1alpha3"];

/** The kinds of each group of Istio 1.31, with the versions that the API server serves, the newest first. */
const kinds: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "networking.istio.io": {
    DestinationRule: everyVersion,
    EnvoyFilter: ["v1alpha3"],
    Gateway: everyVersion,
    ProxyConfig: ["v1beta1"],
    ServiceEntry: everyVersion,
    Sidecar: everyVersion,
    VirtualService: everyVersion,
    WorkloadEntry: everyVersion,
    WorkloadGroup: everyVersion,
  },
  "security.istio.io": {
    AuthorizationPolicy: ["v1", "v1beta1"],
    PeerAuthentication: ["v1", "v1beta1"],
    RequestAuthentication: ["v1", "v1beta1"],
  },
  "telemetry.istio.io": { Telemetry: ["v1", "v1alpha1"] },
  "extensions.istio.io": { TrafficExtension: ["v1alpha1"], WasmPlugin: ["v1alpha1"] },
};

/** Every object in a group of Istio is of a kind and a version that Istio has. Any other is refused, and never checked. */
export const unknownKind: Rule = {
  id: "objects/unknown-kind",
  code: "HED4836",
  severity: "error",
  summary: "every object of Istio is of a kind and version that Istio has",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of graph.objects) {
      const { group, kind, version } = object;
      const known = Object.hasOwn(kinds, group) ? kinds[group] : undefined;
      const versions = known !== undefined && Object.hasOwn(known, kind) ? known[kind] : undefined;
      if (known === undefined || versions?.includes(version) === true) continue;
      if (definedHere(graph).has(object.type)) continue;
      if (versions === undefined) {
        const names = Object.keys(known);
        find({
          outcome: "fail",
          origin: object.origin(["kind"]),
          message: `${group} has no kind ${kind}; kinds: ${names.join(", ")}`,
          fix: suggest(kind, names, "write one of these kinds, or correct the group in apiVersion"),
        });
      } else {
        find({
          outcome: "fail",
          origin: object.origin(["apiVersion"]),
          message: `the kind ${kind} of ${group} has no version ${version}; versions: ${versions.join(", ")}`,
          fix: `write apiVersion: ${group}/${versions[0] ?? ""}`,
        });
      }
    }
  },
};

/** Kinds whose definition is given: whatever versions it serves, it is newer than what is known here. */
const definedHere = perGraph(
  (graph) =>
    new Set(
      objectsOf(graph, customResourceDefinitionType).map((object) => {
        const { group, names } = customResourceDefinitionSpec(object) ?? {};
        return `${group ?? ""}/${names?.kind ?? ""}`;
      }),
    ),
);
